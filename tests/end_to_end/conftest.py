from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.real_window import Desktop, desktop, missing_tools


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Desktop]:
    """A real screen with a window manager and a session bus."""
    missing = missing_tools()
    if missing:
        pytest.skip(f"a real window needs {', '.join(missing)}")
    with desktop(tmp_path) as made:
        yield made

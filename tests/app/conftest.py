from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.app.journal import Journal
from tests.support.journals import ZoneClock, make_journal


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Journal, ZoneClock]]:
    """A new journal at 21:00 on 29 October 2026, and its clock."""
    journal, clock = make_journal(tmp_path / "journal")
    yield journal, clock
    journal.close()

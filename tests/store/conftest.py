from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.host.clock import FixedClock
from journal.store.journal_store import JournalStore
from tests.support.stores import evening_clock, make_store


@pytest.fixture
def clock() -> FixedClock:
    return evening_clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def store(folder: Path, clock: FixedClock) -> Iterator[JournalStore]:
    """A new journal, open."""
    made, _ = make_store(folder, clock)
    yield made
    made.close()

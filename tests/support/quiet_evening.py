"""A journal on a quiet evening, for the tests of the pages about questionnaires."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.app.journal import Journal
from tests.support.journals import ZoneClock, make_journal
from tests.support.questionnaires import Heard


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Journal, ZoneClock]]:
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    yield journal, clock
    journal.close()


@pytest.fixture
def journal(opened: tuple[Journal, ZoneClock]) -> Journal:
    return opened[0]


@pytest.fixture
def heard() -> Heard:
    return Heard()

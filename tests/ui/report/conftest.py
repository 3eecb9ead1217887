"""A journal for the Report page."""

import pytest

from tests.support.journals import make_journal


@pytest.fixture
def opened(tmp_path):
    """A new journal at 21:00 on 29 October 2026, and its clock."""
    journal, clock = make_journal(tmp_path / "journal")
    yield journal, clock
    journal.close()

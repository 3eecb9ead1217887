import pytest

from tests.support.journals import make_journal
from tests.support.sessions import begun, session_page


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-20T18:05")
    yield journal, clock
    journal.close()


@pytest.fixture
def page(qtbot, theme, opened, heard):
    """The page of an infusion that began at 14:05; it is 18:05."""
    return session_page(qtbot, theme, opened, heard, session_id=begun(opened[0]).id)

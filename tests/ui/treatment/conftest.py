"""A journal with treatment for the tests of the Treatment page."""

import pytest

from tests.support.journals import make_journal
from tests.support.treatment import fill, make_presenter


@pytest.fixture
def journal(tmp_path):
    made, _clock = make_journal(tmp_path / "journal", at="2026-10-29T21:00")
    yield made
    made.close()


@pytest.fixture
def filled(journal):
    return fill(journal)


@pytest.fixture
def place(journal, filled):
    presenter, view, heard = make_presenter(journal)
    yield presenter, view, heard
    assert heard.errors == []

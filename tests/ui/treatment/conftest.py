"""A journal with treatment for the tests of the Treatment page."""

import pytest

from tests.support.journals import make_journal
from tests.support.treatment import fill


@pytest.fixture
def journal(tmp_path):
    made, _clock = make_journal(tmp_path / "journal", at="2026-10-29T21:00")
    yield made
    made.close()


@pytest.fixture
def filled(journal):
    return fill(journal)

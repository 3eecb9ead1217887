"""A journal on a quiet evening, for the tests of a questionnaire's page."""

import pytest

from tests.support.journals import make_journal
from tests.support.questionnaires import Heard


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    yield journal, clock
    journal.close()


@pytest.fixture
def journal(opened):
    return opened[0]


@pytest.fixture
def heard():
    return Heard()

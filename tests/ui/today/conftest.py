"""A journal on the evening that the tests of Today are about."""

import pytest

from tests.support.journals import make_journal


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    yield journal, clock
    journal.close()

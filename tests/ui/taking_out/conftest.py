"""A journal to be taken out."""

import pytest

from journal.app.check_ins import log
from tests.support.exports import treat
from tests.support.journals import make_journal


@pytest.fixture
def journal(tmp_path):
    """A journal at 21:00 on 29 October 2026 with treatment, alcohol and a note in it."""
    made, _clock = make_journal(tmp_path / "journal")
    treat(made)
    log(made, {"anxiety": 1.0, "alcohol": 2.0}, note="for me alone")
    yield made
    made.close()

"""What the system refused is said in plain words."""

import errno
import os

import pytest

from journal.model.errors import FileUnreadable
from journal.texts.errors import explain
from journal.texts.system_reasons import _WORDS, system_reason


@pytest.mark.parametrize("number", _WORDS)
def test_a_common_reason_has_words_of_ours(number):
    assert system_reason(os.strerror(number)) in _WORDS.values()


def test_an_uncommon_reason_is_passed_on():
    assert system_reason(os.strerror(errno.EXDEV)) == os.strerror(errno.EXDEV)


def test_an_error_says_the_reason_in_these_words():
    said = explain(FileUnreadable(path="x.csv", detail=os.strerror(errno.EACCES)))
    assert "this is not allowed here" in said

"""Every expected failure has a calm sentence that says what to do next."""

import re

import pytest

from journal.model import errors
from journal.model.errors import JournalError
from journal.model.form_faults import FaultKind, FormFault
from journal.texts.errors import explain, still_closed

FIELDS = {
    "path": "/home/x/journal",
    "detail": "EIO",
    "copy": "/home/x/copy",
    "backup": "/home/x/backup.zip",
    "needed_mib": 256,
    "reason": "key",
    "position": 7,
    "key": "nightmares",
    "similar": ("nightmare",),
    "value": 7.0,
    "minimum": 0.0,
    "maximum": 4.0,
    "step": 1.0,
    "text": "seven",
    "first": "2026-08-01",
    "last": "2026-10-29",
    "prefix": "a1b2",
    "count": 3,
    "id": "x",
    "limit": 256 * 1024 * 1024,
    "unit": "bytes",
    "line": 12,
    "column": 3,
    "where": "item",
    "names": ("Lausig ", "Rad"),
    "kind": "session",
    "known": ("pe", "emdr"),
    "name": "Sertraline",
    "field": "dose",
    "day": "2026-01-02",
    "number": 3,
    "given": 3,
    "wanted": 20,
    "item": "4",
    "span": "week",
    "format": "daylio",
    "reasons": (FormFault(FaultKind.ITEM_TYPE, "q1", "attachment"),),
}


def every_error() -> list[type[JournalError]]:
    found = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, JournalError)]
    return [each for each in found if each is not JournalError]


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_of_its_own(kind):
    text = explain(kind(**FIELDS))
    assert text != explain(JournalError())
    assert not re.search(r"[{}!…]|None", text)


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_without_its_fields_still_reads_as_a_sentence(kind):
    text = explain(kind())
    assert text.endswith((".", "?"))
    assert "{" not in text


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_says_it_in_two_sentences_of_at_most_24_words(kind):
    sentences = re.split(r"[.?](?:\s|$)", explain(kind(**FIELDS)).rstrip())
    assert len(sentences) <= 3
    assert max(len(sentence.split()) for sentence in sentences) <= 24


def test_the_damaged_journal_without_a_backup_names_none():
    assert "no good backup" in explain(errors.JournalDamaged(path="x", backup=None))


def test_a_mistyped_code_says_where():
    assert "place 7" in explain(errors.RecoveryCodeMistyped(reason="character", position=7))
    assert "place" not in explain(errors.RecoveryCodeMistyped(reason="character", position=None))
    assert "too short" in explain(errors.RecoveryCodeMistyped(reason="length", position=None))


def test_a_value_out_of_range_says_what_fits():
    error = errors.ValueOutOfRange(key="pain", value=7.5, minimum=0.0, maximum=4.0, step=1.0)
    assert explain(error) == "7.5 does not fit pain. Choose a whole number from 0 to 4."


def test_a_count_has_no_upper_end_to_name():
    error = errors.ValueOutOfRange(key="cups", value=-1.0, minimum=0.0, maximum=None, step=1.0)
    assert explain(error).endswith("Choose a whole number from 0 up.")


def test_a_fault_in_a_file_says_where():
    error = errors.InvalidFile(path="x.json", line=None, column=None, place="entries 12.day", reason="not right")
    assert explain(error).startswith("x.json is not what it should be at entries 12.day (not right).")
    error = errors.InvalidFile(path="x.json", line=3, column=7, place="", reason="not right")
    assert explain(error).startswith("x.json cannot be read at line 3, column 7")


def test_a_size_is_said_in_megabytes():
    assert "256 MB" in explain(errors.FileTooLarge(path="x", limit=256 * 1024 * 1024, unit="bytes"))


def test_of_many_names_five_are_listed():
    text = explain(errors.NamesUnmapped(names=tuple("abcdefg")))
    assert text.startswith("7 names in the file belong to no item yet: “a”, “b”, “c”, “d”, “e” and 2 more.")


def test_braces_and_control_characters_from_a_file_are_only_text():
    text = explain(errors.NamesUnmapped(names=("{path}\x1b[31m\u202e",)))
    assert "“{path}\ufffd[31m\ufffd”" in text


def test_an_undecodable_path_can_be_printed():
    explain(errors.FileMissing(path="caf\udce9.csv")).encode("utf-8")


def test_a_fault_without_a_name_leaves_no_empty_brackets():
    assert "(" not in explain(errors.FileUnreadable(path="x", detail=""))


def test_the_lock_page_after_three_tries():
    assert still_closed() == "Still closed. Nothing is deleted and there is no limit."

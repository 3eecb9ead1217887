"""TOML from a stranger: bounded before the parser sees it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journal.exchange.diaries.answers_file import is_for_table, parse_answers, write_answers
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer
from journal.exchange.table_mapping_file import mapping_text, parse_mapping
from journal.exchange.toml_text import MOST_BYTES, parse_toml
from journal.model.errors import FileTooLarge, FileUnreadable, InvalidMapping

BOMBS = {
    "a key of ten thousand parts": "a" + ".a" * 10_000 + " = 1",
    "a table of ten thousand parts": "[a" + ' . "a"' * 10_000 + "]",
    "quoted parts": '"a"' + '."a"' * 10_000 + " = 1",
    "parts after a text of several lines": "b = { c = '''\n\"''', a" + ".a" * 10_000 + " = 1 }",
    "a number of five thousand digits": "a = " + "9" * 5_000,
    "ten thousand brackets": "a = " + "[" * 10_000 + "]" * 10_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_what_would_fill_the_memory_is_refused_by_each_that_reads_toml(text: str) -> None:
    for read in (parse_mapping, parse_answers):
        with pytest.raises(InvalidMapping):
            read(text)
    assert is_for_table(text)


def test_a_name_may_be_made_of_dots() -> None:
    answers = ImportAnswers(names=(NameAnswer("activity", "." * 10_000, "sport"), NameAnswer("", 'a"#' + "." * 200)))
    assert parse_answers(write_answers("daylio", answers)) == answers


def test_dots_in_texts_and_remarks_do_not_count() -> None:
    dots = "." * 500
    text = f"a = '{dots}' # {dots}\nb = \"{dots}\\\"\"\nc = '''\n{dots}'''\n"
    assert parse_toml(text, "") == {"a": dots, "b": dots + '"', "c": dots}


def test_a_mapping_file_has_a_largest_size(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FileTooLarge):
        mapping_text(path)


def test_a_device_a_pipe_and_a_folder_are_no_mapping_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/zero"), tmp_path / "pipe", tmp_path):
        with pytest.raises(FileUnreadable):
            mapping_text(path)

"""A backup that the program is opened with, from the desktop's files: it is pointed to, and nothing is done with it."""

import os
import sys

import pytest

from journal import __main__ as start
from journal.host.program import BACKUP, given_backup
from journal.ui.first_start.page import FirstStartPage
from journal.ui.first_start.state import FirstStartState, Step
from journal.ui.handed_on import HandedOn, environment, taken_over
from journal.ui.lock.page import LockPage
from journal.ui.lock.state import given_words


@pytest.fixture
def backup(tmp_path):
    path = tmp_path / "backup-2026-11-01-210000.zip"
    path.write_bytes(b"PK")
    return path


def test_one_zip_file_that_is_there_may_be_a_backup(backup, monkeypatch):
    assert given_backup([str(backup)]) == str(backup)
    monkeypatch.chdir(backup.parent)
    assert given_backup([backup.name]) == str(backup)


@pytest.mark.parametrize("arguments", [[], ["show"], ["gone.zip"], ["a.zip", "b.zip"], ["--go", "today"]])
def test_anything_else_is_a_command(arguments, backup, monkeypatch):
    monkeypatch.chdir(backup.parent)
    assert given_backup(arguments) == ""


def test_the_window_opens_and_is_told(backup, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "argv", ["leeward", str(backup)])
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("LEEWARD_JOURNAL", raising=False)
    monkeypatch.setattr(start, "open_window", lambda folder: told.append((folder, os.environ.pop(BACKUP))) or 0)
    monkeypatch.setattr(start.gc, "disable", lambda: None)
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == 0
    assert told == [(None, str(backup))]


def test_it_is_told_once_and_not_to_the_process_after_a_lock(backup, monkeypatch):
    monkeypatch.setenv(BACKUP, str(backup))
    assert BACKUP not in environment(taken_over())
    assert taken_over().backup == ""


def test_the_lock_page_says_where_to_look_into_it(backup):
    assert given_words(str(backup)).startswith(f"To look into {backup.name}, open your journal.")
    assert given_words("") == ""


def test_a_window_that_stands_already_is_told(backup):
    assert HandedOn(backup=str(backup)).wish == f"backup {backup}"
    assert HandedOn(go="today").wish == "today"


def test_a_lock_page_that_stands_already_says_where_to_look_into_it(qtbot, backup):
    page = LockPage()
    qtbot.addWidget(page)
    page.show_given(backup)
    assert page.message.text() == given_words(str(backup))


def test_a_first_start_that_stands_already_has_it_chosen(qtbot, backup):
    page = FirstStartPage("112", (), lambda: ())
    qtbot.addWidget(page)
    page.render_state(FirstStartState(step=Step.EXISTING))
    page.show_given(backup)
    assert page.question.chosen.text() == str(backup)


def test_at_a_first_start_it_is_chosen_already(qtbot, backup):
    page = FirstStartPage("112", (), lambda: ())
    qtbot.addWidget(page)
    page.given = backup
    page.render_state(FirstStartState(step=Step.EXISTING))
    assert page.question.chosen.text() == str(backup)

"""Ctrl+Z on an opened day or entry: what it took back is seen there."""

import pytest

from journal.app import history, markers
from journal.app.check_ins import log
from journal.ui.open_journal import undo
from journal.ui.widgets.note_field import NoteField
from tests.support.journals import make_journal
from tests.support.program import Program, take_down
from tests.support.windows import words_shown


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    log(journal, {"low_mood": 2.0})
    journal.close()
    made = Program(qtbot, qapp, tmp_path, clock)
    made.unlock()
    yield made
    take_down(made)


def test_an_opened_day_is_read_again(program):
    running = program.running
    journal = running.session.opened
    running.go("history", day=journal.today())
    page = running.shell.page("history")
    markers.add_marker(journal, journal.today(), "Moved house")
    program.qtbot.waitUntil(lambda: any("Moved house" in words for words in words_shown(page.day)))
    undo(running)
    program.qtbot.waitUntil(lambda: not any("Moved house" in words for words in words_shown(page.day)))
    assert page.day.isVisible()


def test_an_opened_entry_is_read_again_and_stays_open(program):
    running = program.running
    journal = running.session.opened
    (entry,) = journal.store.entries.between(journal.today(), journal.today())
    running.go("history", entry_id=entry.id)
    page = running.shell.page("history")

    note = page.entry.findChild(NoteField).edit
    history.edit(journal, entry.id, note="By the harbour")
    program.qtbot.waitUntil(lambda: note.toPlainText() == "By the harbour")
    undo(running)
    program.qtbot.waitUntil(lambda: note.toPlainText() == "")
    assert (page.entry.isVisible(), page.entry_presenter.entry_id) == (True, entry.id)

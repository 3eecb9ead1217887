"""The end of a journal by the whole program, with its own endings in place of the process's."""

import pytest

from journal.app.runner import ImmediateRunner
from journal.host.settings_file import SettingsFile
from journal.model.errors import JournalReadOnly
from journal.store import destruction
from journal.texts.errors import explain
from journal.ui.application import Application, Endings, WindowOptions
from journal.ui.farewell.page import FarewellPage
from journal.ui.first_start.page import FirstStartPage
from journal.ui.place import JournalPlace
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.windows import button, words_shown


class Program:
    """The program on an open journal, and how it ended."""

    def __init__(self, qtbot, app, folder, clock):
        self.ended, self.replaced = [], []
        self.settings = SettingsFile(folder.parent / "config" / "settings.toml")
        self.settings.change(theme="dark", last_check_in="2026-10-29", due=("2026-10-30T09:00",))
        endings = Endings(self.replaced.append, self.ended.append)
        self.running = Application(
            app, JournalPlace(folder), self.settings, clock, WindowOptions(), endings, ImmediateRunner()
        )
        self.window = self.running.window
        qtbot.addWidget(self.window, before_close_func=lambda window: window.let_close())
        with qtbot.waitSignal(self.running.ready):
            self.running.start()

    @property
    def page(self):
        assert isinstance(self.window.room, FarewellPage)
        return self.window.room

    def unlock(self, qtbot):
        self.window.room.step.field.edit.setText(PASSPHRASE)
        button(self.window.room, "Open").click()
        qtbot.waitUntil(lambda: self.window.room is self.running.shell)

    def end(self, words, sure):
        self.running.go("settings")
        button(self.window, words).click()
        card = button(self.window, sure).parent().parent()
        card._secret.field.edit.setText(PASSPHRASE)
        button(self.window, sure).click()


def take_down(made):
    made.running.idle.stop()
    made.running.ring.deleteLater()
    made.running.theme.deleteLater()
    made.running.deleteLater()


@pytest.fixture
def program(qtbot, qapp, tmp_path, monkeypatch):
    for name in ("DATA", "CONFIG", "CACHE", "LOG", "RUNTIME"):
        monkeypatch.setenv(f"LEEWARD_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    journal, clock = make_journal(tmp_path / "data" / "journal")
    journal.put_setting("first_start_done", True)
    journal.close()
    (tmp_path / "data" / "config").mkdir()
    made = Program(qtbot, qapp, journal.folder, clock)
    made.unlock(qtbot)
    yield made
    take_down(made)


def test_a_deleted_journal_is_gone_and_the_last_page_says_what_may_remain(program):
    program.end("Delete this journal…", "Delete the journal")
    assert not program.running.folder.exists()
    said = words_shown(program.page)
    assert "The journal is deleted. Nobody can open it any more." in said
    assert "·  Printed pages, and what the printer keeps of them" in said
    assert program.running.session.journal is None


def test_the_settings_then_tell_nothing_of_the_journal_and_keep_their_look(program):
    program.end("Delete this journal…", "Delete the journal")
    kept = SettingsFile(program.settings.path).settings
    assert (kept.theme, kept.last_check_in, kept.due) == ("dark", "", ())


def test_everything_is_removed_and_no_setting_is_written_again(program):
    program.end("Remove everything from this computer…", "Remove everything")
    assert not program.settings.path.exists()
    button(program.page, "Close Leeward").click()
    assert program.ended == [0]
    assert not program.settings.path.exists()


def test_closing_the_window_on_the_last_page_writes_no_setting_either(program):
    program.end("Remove everything from this computer…", "Remove everything")
    program.window.close()
    assert program.ended == [0]
    assert not program.settings.path.exists()


def test_no_backup_is_made_of_what_is_deleted(program, monkeypatch):
    from journal.store.journal_store import JournalStore

    monkeypatch.setattr(JournalStore, "back_up", lambda store: pytest.fail("a backup was made"))
    program.end("Delete this journal…", "Delete the journal")
    assert not program.running.folder.exists()


def test_a_new_journal_begins_in_a_fresh_process(program):
    program.end("Delete this journal…", "Delete the journal")
    button(program.page, "Start a new journal").click()
    assert program.replaced == [program.running.folder]


def test_a_lock_that_comes_meanwhile_changes_nothing(program):
    program.end("Delete this journal…", "Delete the journal")
    program.running.controls.lock()
    assert program.replaced == []
    assert isinstance(program.window.room, FarewellPage)


def test_a_place_that_cannot_be_written_keeps_the_journal_and_leads_back(program, monkeypatch):
    error = JournalReadOnly(path=str(program.running.folder))

    def refuse(*given):
        raise error

    monkeypatch.setattr(destruction, "write_atomic", refuse)
    program.end("Delete this journal…", "Delete the journal")
    assert explain(error) in words_shown(program.page)
    assert (program.running.folder / "journal.keys").exists()
    button(program.page, "Back to the journal").click()
    assert program.replaced == [program.running.folder]


def test_an_end_that_was_interrupted_is_finished_at_the_next_start(program, qtbot, qapp):
    program.running.controls.quit()
    folder = program.running.folder
    (folder / ".ending").write_text("[]")
    for name in ("journal.keys", "journal.keys.copy"):
        (folder / name).unlink()
    again = Program(qtbot, qapp, folder, program.running.clock)
    assert isinstance(again.window.room, FirstStartPage)
    assert not folder.exists()
    take_down(again)

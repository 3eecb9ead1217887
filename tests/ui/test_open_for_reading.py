"""The whole window on a journal in a place that cannot be written: everything can be read, nothing breaks."""

import pytest

from journal.app import check_ins
from journal.app.runner import ImmediateRunner
from journal.host.settings_file import SettingsFile
from journal.model.entries import State
from journal.ui.application import Application, Endings, WindowOptions
from journal.ui.place import JournalPlace
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.places import read_only
from tests.support.windows import button, words_shown

CALM = "Nothing can be written"


@pytest.fixture
def reading(qtbot, qapp, tmp_path):
    """The program, open for reading."""
    folder = tmp_path / "journal"
    journal, clock = make_journal(folder)
    journal.put_setting("first_start_done", True)
    check_ins.log(journal, {"anxiety": 2}, note="Rain.")
    journal.close()
    clock.forward(minutes=600)
    settings = SettingsFile(tmp_path / "settings.toml")
    with read_only(folder):
        endings = Endings(lambda _folder: None, lambda _code: None)
        made = Application(qapp, JournalPlace(folder), settings, clock, WindowOptions(), endings, ImmediateRunner())
        qtbot.addWidget(made.window, before_close_func=lambda window: window.let_close())
        with qtbot.waitSignal(made.ready):
            made.start()
        page = made.window.room
        page.step.field.edit.setText(PASSPHRASE)
        button(page, "Open").click()
        button(page, "Open for reading").click()
        yield made
        made.controls.quit()
    for part in (made.ring, made.theme, made):
        part.deleteLater()


def test_it_says_that_nothing_new_can_be_saved(reading):
    assert any("nothing new can be saved" in words for words in words_shown(reading.window))


@pytest.mark.parametrize("page", ["today", "history", "trends", "questionnaires", "report", "settings"])
def test_every_page_opens_and_can_be_left(qtbot, reading, page):
    qtbot.waitUntil(reading.imported)
    reading.go(page)
    qtbot.waitUntil(lambda: page in reading.shell._pages)
    reading.go("today")
    assert reading.speaker.dialog is None
    assert not any(CALM in words for words in words_shown(reading.window))


def test_an_answer_is_told_that_it_cannot_be_saved(reading):
    today = reading.shell.page("today")
    today.presenter.on_answered("anxiety", 3.0, State.RATED)
    assert any(CALM in words for words in words_shown(reading.window))
    assert reading.speaker.dialog is None
    assert today.presenter._open.state.saved == ""

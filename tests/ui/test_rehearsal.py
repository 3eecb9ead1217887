"""Today is made ready behind the lock page, from nothing but the catalogue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.app.runner import ImmediateRunner
from journal.host.settings_file import SettingsFile
from journal.ui.application import Application, Endings, WindowOptions
from journal.ui.lock.page import LockPage
from journal.ui.place import JournalPlace
from journal.ui.rehearsal import steps
from journal.ui.warm_ups import WarmUp
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.windows import button, words_shown


@pytest.fixture
def running(qtbot, qapp, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    journal.close()
    place, settings = JournalPlace(tmp_path / "journal"), SettingsFile(tmp_path / "settings.toml")
    made = Application(qapp, place, settings, clock, WindowOptions(), Endings(print, print), ImmediateRunner())
    qtbot.addWidget(made.window, before_close_func=lambda window: window.let_close())
    with qtbot.waitSignal(made.ready):
        made.start()
    made.rehearsal.end()
    qtbot.waitUntil(made.imported, timeout=60_000)
    yield made
    made.controls.quit()
    made.ring.deleteLater()
    made.theme.deleteLater()
    made.deleteLater()


def rehearse(running):
    imports = WarmUp(running.theme.tokens, 14)
    imports.run()
    for _ in steps(running, imports):
        pass
    return running.shell.page("today")


def test_the_usual_questions_stand_there_and_nobody_sees_them(running):
    page = rehearse(running)
    assert page.form.rows
    assert isinstance(running.window.room, LockPage)
    assert words_shown(running.window) == ["Leeward", "Passphrase", "Show", "Open", "A calm moment"]
    assert not page.isVisible()


def test_the_keys_of_the_pages_do_nothing_while_locked(qtbot, running):
    rehearse(running)
    running.window.activateWindow()
    qtbot.waitUntil(running.window.isActiveWindow)
    QTest.keyClick(running.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert running.shell.current == ""
    assert isinstance(running.window.room, LockPage)


def test_the_journals_own_questions_take_their_place(qtbot, running):
    from journal.app import items
    from journal.app.vaults import open_journal

    journal = open_journal(running.folder, running.clock, passphrase=PASSPHRASE)
    items.set_hidden(journal, "flashbacks", hidden=True)
    journal.close()
    page = rehearse(running)
    assert "flashbacks" in [row.row.key for row in page.form.rows]
    unlock(qtbot, running)
    assert "flashbacks" not in [row.row.key for row in page.form.rows]


def test_the_keyboard_is_at_the_first_question_after_unlocking(qtbot, running):
    page = rehearse(running)
    running.window.activateWindow()
    unlock(qtbot, running)
    qtbot.waitUntil(
        lambda: page.form.rows[0].isAncestorOf(running.window.focusWidget()) or page.form.rows[0].hasFocus()
    )


def test_the_ring_outlives_the_lock_page(qtbot, running):
    from shiboken6 import isValid

    rehearse(running)
    running.window.activateWindow()
    lock_page = running.window.room
    unlock(qtbot, running)
    qtbot.waitUntil(lambda: not isValid(lock_page))
    assert isValid(running.ring)


def test_a_passphrase_given_early_needs_no_rehearsal(qtbot, running):
    unlock(qtbot, running)
    assert running.shell.page("today").form.rows


def unlock(qtbot, running):
    page = running.window.room
    page.step.field.edit.setText(PASSPHRASE)
    button(page, "Open").click()
    qtbot.waitUntil(lambda: running.window.room is running.shell)

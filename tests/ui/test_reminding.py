"""Reminders and the icon beside the clock in the whole program, with a stand-in for the system's tray."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSystemTrayIcon

from journal.app import reminders
from journal.app.check_ins import log
from journal.app.kept_settings import keep_settings
from journal.app.vaults import open_journal
from journal.host.settings_file import Settings
from journal.ui.application import Endings
from journal.ui.lock.page import LockPage
from journal.ui.portal_notifications import PortalNotifications
from journal.ui.reminding import Way
from journal.ui.standing import Standing
from journal.ui.tray import Tray
from journal.ui.tray_place import TrayPlace
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.program import Program, take_down
from tests.support.windows import button, words_shown

WORDS = "A moment for your notes?"


@pytest.fixture
def clock(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-10-29T20:00")
    journal.put_setting("first_start_done", True)
    journal.close()
    return clock


class Shown:
    """What a system without a tray and without a portal was asked to show."""

    def __init__(self, monkeypatch):
        self.by_tray, self.by_portal, self.taken = [], [], False
        monkeypatch.setattr(Tray, "say", lambda _tray, text: self.by_tray.append(text))
        monkeypatch.setattr(PortalNotifications, "say", self._say)

    def _say(self, title, text, told):
        self.by_portal.append((title, text))
        told(self.taken)


@pytest.fixture
def shown(monkeypatch):
    return Shown(monkeypatch)


@pytest.fixture
def a_tray(monkeypatch):
    """This desktop has a place for an icon, and shows messages beside it."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    shown = set()
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda icon: shown.add(id(icon)))
    monkeypatch.setattr(QSystemTrayIcon, "hide", lambda icon: shown.discard(id(icon)))
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda icon: id(icon) in shown)


@pytest.fixture
def begun(qtbot, qapp, tmp_path, clock, shown):
    """Begins the program with these settings."""
    made = []

    def begin(**settings):
        from journal.host.settings_file import SettingsFile

        if settings:
            SettingsFile(tmp_path / "settings.toml").change(**settings)
        made.append(Program(qtbot, qapp, tmp_path, clock))
        return made[0]

    yield begin
    for each in made:
        each.running.reminding.vanish()
        take_down(each)


@pytest.fixture
def program(begun):
    return begun(reminders=("1234567 20:30",), reminder_settled="2026-10-29T20:00")


def come(program, clock, at="2026-10-29T20:30"):
    clock.set(at)
    program.running.reminding.look()


def line(program):
    shown = program.running.reminding.line
    return [] if shown.isHidden() else words_shown(shown)


def later(program, words):
    """Choose when the reminder comes again."""
    choose(program.running.reminding.line.menu, words)


def test_nothing_is_looked_for_where_nothing_is_set(begun):
    running = begun().running
    assert "reminding" not in running.__dict__
    assert running.window.menuWidget() is None


def test_a_locked_program_reminds_by_a_line(program, clock):
    come(program, clock)
    assert line(program) == [WORDS, "Later", "Close"]
    assert isinstance(program.window.room, LockPage)


def test_with_the_window_in_front_the_line_is_enough(qtbot, program, clock, shown):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    come(program, clock)
    assert line(program)
    assert shown.by_portal == []


def test_behind_other_work_the_system_shows_it(program, clock, shown):
    program.window.hide()
    come(program, clock)
    assert shown.by_portal == [("Leeward", WORDS)]


def test_the_persons_own_words_are_shown(program, clock, shown):
    program.running.keep(reminder_text="Tea?")
    program.window.hide()
    come(program, clock)
    assert shown.by_portal == [("Leeward", "Tea?")]


def test_the_icon_shows_it_where_it_is(begun, clock, shown, a_tray):
    program = begun(reminders=("20:30",), tray=True, reminder_settled="2026-10-29T20:00")
    program.window.hide()
    come(program, clock)
    assert (shown.by_tray, shown.by_portal) == ([WORDS], [])


def test_without_a_portal_an_icon_comes_for_the_reminder_alone(program, clock, shown, a_tray):
    program.window.hide()
    come(program, clock)
    assert shown.by_tray == [WORDS]
    assert program.running.reminding.tray.shown
    button(program.running.reminding.line, "Close").click()
    assert not program.running.reminding.tray.shown
    assert not program.settings.settings.tray


def test_a_snooze_brings_it_again(program, clock):
    come(program, clock)
    later(program, "In 10 minutes")
    assert line(program) == []
    come(program, clock, "2026-10-29T20:39")
    assert line(program) == []
    come(program, clock, "2026-10-29T20:40")
    assert line(program)


def test_not_today_is_the_end_of_it_for_today(program, clock):
    come(program, clock)
    later(program, "Not today")
    come(program, clock, "2026-10-30T20:29")
    assert line(program) == []
    come(program, clock, "2026-10-30T20:30")
    assert line(program)


def test_a_check_in_takes_the_line_away_and_keeps_the_day(qtbot, program, clock):
    come(program, clock)
    program.unlock()
    log(program.running.session.journal, {"anxiety": 1})
    qtbot.waitUntil(lambda: line(program) == [])
    assert program.settings.settings.last_check_in == "2026-10-29"


def test_from_another_page_the_line_leads_to_today(program, clock):
    come(program, clock)
    program.unlock()
    assert line(program) == [WORDS, "Later", "Close"]
    assert program.window.menuWidget().isHidden()
    program.running.go("history")
    button(program.running.reminding.line, "Check in now").click()
    assert program.running.shell.current == "today"
    assert line(program) == []


def test_a_calm_moment_is_left_alone_locked_or_open(qtbot, program, clock, shown):
    program.running.calm.show_locked()
    come(program, clock)
    assert (line(program), shown.by_portal) == ([], [])
    button(program.window.room, "‹  Back to the lock").click()
    qtbot.waitUntil(lambda: line(program) == [WORDS, "Later", "Close"])
    program.unlock()
    program.running.go("calm")
    assert line(program) == []
    program.running.go("history")
    assert line(program) == [WORDS, "Check in now", "Later", "Close"]


def test_in_another_language_the_line_goes_on(program, clock):
    come(program, clock)
    program.unlock()
    program.running.go("history")
    program.running.shell.deleteLater()
    program.running.shell = program.running.speaker.shell = None  # as `language_change` does
    program.window.show_room(program.running.made_shell())
    program.running.go("settings")
    assert line(program) == [WORDS, "Check in now", "Later", "Close"]
    later(program, "Not today")
    assert line(program) == []


def test_it_says_what_it_did_when_it_is_tried(program, shown):
    ways = []
    program.running.reminding.try_now(ways.append)
    shown.taken = True
    program.running.reminding.try_now(ways.append)
    assert ways == [Way.LINE, Way.SYSTEM]


def test_closing_the_window_locks_and_stays_beside_the_clock(begun, a_tray, tmp_path, monkeypatch):
    program, replaced = begun(tray=True), []
    monkeypatch.setattr(program.running.controls, "_endings", Endings(None, program.ended.append))
    monkeypatch.setattr("journal.ui.process.replace_process", lambda *given: replaced.append(given[:2]))
    program.unlock()
    program.window.close()
    assert replaced == [(tmp_path / "journal", Standing.TRAY)]
    assert program.running.session.journal is None
    assert (program.ended, program.window.isVisible()) == ([], False)


def test_closing_a_locked_window_hides_it_and_the_icon_brings_it_back(begun, a_tray):
    program = begun(tray=True)
    program.window.close()
    assert (program.ended, program.replaced, program.window.isVisible()) == ([], [], False)
    program.running.reminding.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert program.window.isVisible()


def test_a_window_that_is_closed_while_it_opens_locks_again_unseen(qtbot, begun, a_tray, tmp_path):
    program = begun(tray=True)
    program.window.close()
    program.give_passphrase()
    qtbot.waitUntil(lambda: program.replaced == [tmp_path / "journal"])
    assert program.running.session.journal is None


def test_without_a_tray_closing_the_window_ends_though_the_icon_is_wanted(begun):
    program = begun(tray=True)
    assert not program.running.reminding.tray_possible
    program.window.close()
    assert program.ended == [0]


def test_a_hidden_process_begins_without_a_window(begun, a_tray, monkeypatch):
    monkeypatch.setenv("LEEWARD_STANDING", "tray")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    program = begun(tray=True)
    assert not program.window.isVisible()
    assert program.running.reminding.tray.shown


def test_a_reminder_that_is_due_at_login_waits_for_the_icon(begun, a_tray, clock, shown, monkeypatch):
    monkeypatch.setenv("LEEWARD_STANDING", "tray")
    monkeypatch.setattr(TrayPlace, "start", lambda _place: None)
    clock.set("2026-10-29T20:45")
    program = begun(tray=True, reminders=("20:30",))
    assert not program.running.reminding.tray.shown
    assert (shown.by_tray, shown.by_portal) == ([], [])
    program.running.reminding._place.known.emit()
    assert program.running.reminding.tray.shown
    assert (shown.by_tray, shown.by_portal) == ([WORDS], [])


def test_a_window_that_began_hidden_can_be_hidden_by_shift_too(qtbot, begun, a_tray, monkeypatch):
    monkeypatch.setenv("LEEWARD_STANDING", "tray")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    program = begun(tray=True)
    program.running.leaving.keys._sticky = lambda: False
    program.running.reminding.open_window()
    qtbot.waitUntil(program.window.isActiveWindow)
    for _ in range(3):
        QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Shift)
    assert program.ended == [0]


def test_a_hidden_process_without_a_place_for_the_icon_begins_minimised(begun, monkeypatch):
    monkeypatch.setenv("LEEWARD_STANDING", "tray")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert begun(tray=True).window.isMinimized()


def test_started_at_login_without_the_icon_it_begins_minimised(begun, monkeypatch):
    monkeypatch.setenv("LEEWARD_STANDING", "tray")
    assert begun().window.isMinimized()


def act(program, words):
    choose(program.running.reminding.tray.menu, words)


def choose(menu, words):
    found = [each for each in menu.actions() if each.text() == words]
    assert len(found) == 1
    found[0].activate(QAction.ActionEvent.Trigger)


def test_the_menu_leads_to_today(begun, a_tray):
    program = begun(tray=True)
    program.unlock()
    program.running.go("history")
    program.window.hide()
    act(program, "Check in now")
    assert program.window.isVisible()
    assert program.running.shell.current == "today"


def test_the_menu_locks_and_closes(begun, a_tray, tmp_path):
    program = begun(tray=True)
    program.unlock()
    act(program, "Lock now")
    assert program.replaced == [tmp_path / "journal"]
    act(program, "Close Leeward")
    assert program.ended == [0]


def test_hiding_takes_the_icon_away_before_anything_else(begun, a_tray, monkeypatch):
    program = begun(tray=True)
    program.unlock()
    icons = []
    monkeypatch.setattr(
        program.running.controls, "close_journal", lambda: icons.append(program.running.reminding.tray.shown)
    )
    act(program, "Hide")
    assert (icons, program.ended) == ([False], [0])


def test_the_icon_has_a_neutral_name(begun, a_tray):
    assert begun(tray=True).running.reminding.tray.icon.toolTip() == "Leeward"


def test_reminders_and_the_icon_travel_with_the_journal(qtbot, begun, a_tray, tmp_path, clock):
    journal = open_journal(tmp_path / "journal", clock, passphrase=PASSPHRASE)
    keep_settings(journal, Settings(reminders=("20:30",), quiet_from="22:00", quiet_to="07:00", tray=True))
    journal.close()
    program = begun()
    program.unlock()
    qtbot.waitUntil(lambda: program.running.reminding.tray.shown)
    kept = program.settings.settings
    assert (kept.reminders, kept.quiet_from, kept.quiet_to) == (("20:30",), "22:00", "07:00")
    assert program.running.reminding.watch.running


def test_where_others_use_the_computer_none_of_it_comes_with_a_journal(qtbot, begun, tmp_path, clock):
    journal = open_journal(tmp_path / "journal", clock, passphrase=PASSPHRASE)
    keep_settings(journal, Settings(reminders=("20:30",), tray=True, theme="dark"))
    journal.close()
    program = begun(others_use=True, reminders=(), tray=False)
    program.unlock()
    qtbot.waitUntil(lambda: program.settings.settings.theme == "dark")
    assert (program.settings.settings.reminders, program.settings.settings.tray) == ((), False)


def test_the_end_of_a_journal_takes_the_line_and_the_times(program, clock):
    come(program, clock)
    program.running.reminding.vanish()
    assert line(program) == []
    assert not program.running.reminding.watch.running
    assert reminders.stands(program.settings.settings, clock)

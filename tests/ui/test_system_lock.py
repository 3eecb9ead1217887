"""Sleep and screen lock, heard from a stand-in for logind on a bus of the test's own."""

import os
import sys

import pytest
from PySide6.QtDBus import QDBusConnection

from journal.ui.leaving import make_system_lock
from journal.ui.system_lock_bus import BusSystemLock
from tests.support.buses import fake_login, missing, private_bus


@pytest.fixture(scope="module")
def login():
    if missing():
        pytest.skip(f"needs {missing()}")
    with fake_login() as made:
        yield made


@pytest.fixture
def lock(qtbot, login, monkeypatch):
    """Listening on the private bus in place of both buses of the system."""
    names = iter(("system", "own"))
    for bus in ("systemBus", "sessionBus"):
        made = QDBusConnection.connectToBus(login.address, f"test-{next(names)}")
        monkeypatch.setattr(QDBusConnection, bus, lambda made=made: made)
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    listening = BusSystemLock()
    listening.start()
    qtbot.waitUntil(lambda: login.held and bool(listening._session_path) and listening._inhibitor is not None)
    yield listening
    listening.stop()
    qtbot.waitUntil(lambda: not login.held)
    listening.deleteLater()
    for name in ("test-system", "test-own"):
        QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize(
    "act",
    [
        "lock",
        "hint",
        "sleep",
        "saver org.freedesktop.ScreenSaver on",
        "saver org.gnome.ScreenSaver on",
        "saver org.cinnamon.ScreenSaver on",
        "saver org.mate.ScreenSaver on",
    ],
)
def test_it_is_told_once_that_nobody_is_there(qtbot, login, lock, act):
    told = []
    lock.away.connect(lambda: told.append(act))
    login.act(act)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [act]


def test_what_is_no_lock_is_not_told(qtbot, login, lock):
    told = []
    lock.away.connect(lambda: told.append(True))
    for act in ("wake", "lock another", "unhint", "saver org.gnome.ScreenSaver off"):
        login.act(act)
    login.act("lock")  # signals come in their order: once this one is told, the others were heard
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]


def test_the_sleep_waits_until_the_journal_is_closed(qtbot, login, lock):
    held = []
    lock.away.connect(lambda: held.append(login.held))
    login.act("sleep")
    qtbot.waitUntil(lambda: bool(held))
    assert held == [True]
    qtbot.waitUntil(lambda: not login.held)


def test_after_waking_the_next_sleep_is_waited_for_too(qtbot, login, lock):
    login.act("sleep")
    qtbot.waitUntil(lambda: not login.held)
    login.act("wake")
    qtbot.waitUntil(lambda: login.held and lock._inhibitor is not None)


def test_what_others_can_read_of_the_inhibitor_says_nothing(login, lock):
    assert ["Inhibit", "sleep", "Leeward", "closing", "delay"] in login.asked


def test_the_process_that_follows_does_not_hold_the_sleep_up(lock):
    assert not os.get_inheritable(lock._inhibitor.fileDescriptor())


def test_an_unknown_session_name_gives_way_to_the_systems_own_guess(qtbot, login, lock, monkeypatch):
    monkeypatch.setenv("XDG_SESSION_ID", "c7")
    other = BusSystemLock()
    other.start()
    qtbot.waitUntil(lambda: bool(other._session_path) and other._inhibitor is not None)
    other.stop()
    other.deleteLater()


def test_without_a_bus_nothing_fails_and_nothing_is_said(qtbot, monkeypatch, capfd):
    nowhere = QDBusConnection("never connected")
    for bus in ("systemBus", "sessionBus"):
        monkeypatch.setattr(QDBusConnection, bus, lambda: nowhere)
    lock = BusSystemLock()
    lock.start()
    lock.stop()
    assert capfd.readouterr() == ("", "")


def test_a_bus_without_logind_is_passed_over(qtbot, monkeypatch, capfd):
    if missing():
        pytest.skip(f"needs {missing()}")
    with private_bus() as address:
        lonely = QDBusConnection.connectToBus(address, "test-lonely")
        for bus in ("systemBus", "sessionBus"):
            monkeypatch.setattr(QDBusConnection, bus, lambda: lonely)
        answers = []
        lock = BusSystemLock()
        monkeypatch.setattr(lock, "_on_inhibitor", answers.append)
        lock.start()
        qtbot.waitUntil(lambda: answers == [[]])
        lock.stop()
        lock.deleteLater()
        QDBusConnection.disconnectFromBus("test-lonely")
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each system has its own")
def test_linux_listens_on_the_bus(qtbot):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    assert isinstance(make_system_lock(window), BusSystemLock)

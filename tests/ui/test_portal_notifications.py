"""Notifications by a stand-in for the portal on a bus of the test's own, and the wait for a panel."""

import pytest
from PySide6.QtDBus import QDBusConnection

from journal.ui.portal_notifications import PortalNotifications
from journal.ui.tray_place import TrayPlace
from journal.ui.waking import Waking
from tests.support.buses import fake_login, missing, private_bus, stand_in

WORDS = {"title": "Leeward", "body": "A moment?", "priority": "normal", "default-action": "open"}


@pytest.fixture
def desktop():
    if missing():
        pytest.skip(f"needs {missing()}")
    with stand_in("fake_desktop.py") as made:
        yield made


@pytest.fixture
def bus(desktop, monkeypatch):
    made = QDBusConnection.connectToBus(desktop.address, "test-desktop")
    for name in ("sessionBus", "systemBus"):
        monkeypatch.setattr(QDBusConnection, name, lambda: made)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.address)
    yield made
    QDBusConnection.disconnectFromBus("test-desktop")


@pytest.fixture
def portal(qtbot, bus):
    made = PortalNotifications()
    yield made
    made.deleteLater()


def say(qtbot, portal):
    told = []
    portal.say("Leeward", "A moment?", told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told


def test_the_portal_gets_the_words_as_a_map(qtbot, portal, desktop):
    desktop.act("old")
    assert say(qtbot, portal) == [True]
    assert desktop.act("?")["shown"] == [["leeward", WORDS]]


def test_a_newer_one_is_asked_to_be_silent_and_to_keep_the_words_off_the_lock_screen(qtbot, portal, desktop):
    assert say(qtbot, portal) == [True]
    quieter = {"sound": "silent", "display-hint": ["hide-content-on-lock-screen"]}
    assert desktop.act("?")["shown"] == [["leeward", WORDS | quieter]]


def test_a_click_on_it_is_heard_and_on_others_not(qtbot, portal, desktop):
    say(qtbot, portal)
    desktop.act("click other open")
    desktop.act("click leeward elsewhere")
    with qtbot.waitSignal(portal.clicked):
        desktop.act("click leeward open")


def test_it_can_be_taken_back(qtbot, portal, desktop):
    portal.take_back()  # nothing was shown: nothing is sent
    say(qtbot, portal)
    portal.take_back()
    qtbot.waitUntil(lambda: desktop.act("?")["removed"] == [["leeward"]])


def test_a_portal_that_refuses_is_told(qtbot, portal, desktop):
    desktop.act("refuse")
    assert say(qtbot, portal) == [False]


def test_a_bus_without_a_portal_is_told(qtbot, monkeypatch):
    if missing():
        pytest.skip(f"needs {missing()}")
    with private_bus() as address:
        lonely = QDBusConnection.connectToBus(address, "test-lonely-portal")
        monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: lonely)
        portal = PortalNotifications()
        assert say(qtbot, portal) == [False]
        portal.deleteLater()
        QDBusConnection.disconnectFromBus("test-lonely-portal")


def test_without_a_bus_it_is_told_at_once(monkeypatch):
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: QDBusConnection("never connected"))
    told = []
    PortalNotifications().say("Leeward", "A moment?", told.append)
    assert told == [False]


def test_a_panel_that_comes_later_is_waited_for(qtbot, bus, desktop):
    place = TrayPlace()
    known = []
    place.known.connect(lambda: known.append(True))
    place.start()
    say(qtbot, portal := PortalNotifications())  # the answers come in their order: the place was asked for before
    assert known == []
    desktop.act("panel")
    qtbot.waitUntil(lambda: known == [True])
    portal.deleteLater()
    place.deleteLater()


def test_a_panel_that_is_there_is_found(qtbot, bus, desktop):
    desktop.act("panel")
    place = TrayPlace()
    with qtbot.waitSignal(place.known):
        place.start()
    place.deleteLater()


def test_without_a_bus_nobody_waits_for_a_panel(qtbot, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    place = TrayPlace()
    with qtbot.waitSignal(place.known):
        place.start()
    place.deleteLater()


def test_waking_is_heard_and_going_to_sleep_is_not(qtbot, monkeypatch):
    if missing():
        pytest.skip(f"needs {missing()}")
    with fake_login() as login:
        made = QDBusConnection.connectToBus(login.address, "test-waking")
        monkeypatch.setattr(QDBusConnection, "systemBus", lambda: made)
        waking, woke = Waking(), []
        waking.woke.connect(lambda: woke.append(True))
        waking.start()
        for act in ("sleep", "wake"):
            login.act(act)
        qtbot.waitUntil(lambda: bool(woke))
        assert woke == [True]
        waking.deleteLater()
        QDBusConnection.disconnectFromBus("test-waking")

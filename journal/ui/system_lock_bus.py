"""Sleep and screen lock on Linux: from logind on the system bus, and from screen savers on the session bus.

A delay inhibitor makes the computer wait with its sleep, for up to five seconds by logind's own setting,
until the journal is closed. The process that a lock puts in this one's place does not inherit it, so it is
let go of just when the keys are gone. Without a bus, or without logind, nothing is heard and nothing is said.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from journal.ui.system_lock import SystemLock

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER = f"{LOGIN}.Manager"
SESSION = f"{LOGIN}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
WHY = "closing"
"""What `systemd-inhibit --list` shows to everybody: nothing of what is closed."""


def slot(signature: str) -> Any:
    """A slot's name as the bus's `connect` takes it: as text, though its annotation asks for bytes."""
    return SLOT(signature)


class BusSystemLock(SystemLock):
    """Listens on both buses. `start` asks nothing that it would have to wait for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system, self._own = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        self._session_path = ""
        self._inhibitor: QDBusUnixFileDescriptor | None = None
        self._listening = False

    def start(self) -> None:
        """Listen to the screen savers, to sleep, and to this login session once it is known."""
        self._listening = True
        if self._own.isConnected():
            for name in SCREEN_SAVERS:
                self._own.connect("", "", name, "ActiveChanged", self, slot("_on_screen_saver(bool)"))
        if self._system.isConnected():
            slept = slot("_on_sleep(bool)")
            self._system.connect(LOGIN, LOGIN_PATH, MANAGER, "PrepareForSleep", self, slept)
            self._hold_sleep_up()
            self._find_session(session_questions())

    def stop(self) -> None:
        """Hear nothing more. What is still connected is not told."""
        self._listening = False
        self._let_sleep()

    @Slot(bool)
    def _on_sleep(self, begins: bool) -> None:
        if not begins:
            self._hold_sleep_up()
            return
        try:
            self._tell()
        finally:
            self._let_sleep()

    @Slot(bool)
    def _on_screen_saver(self, active: bool) -> None:
        if active:
            self._tell()

    @Slot()
    def _on_lock(self) -> None:
        self._tell()

    @Slot(QDBusMessage)
    def _on_properties(self, message: QDBusMessage) -> None:
        """Something of the session changed; a map does not arrive here readable, so the hint is asked for."""
        if message.arguments()[:1] == [SESSION]:
            self._ask(self._session_path, PROPERTIES, "Get", [SESSION, "LockedHint"], self._on_hint)

    def _on_hint(self, answer: list[Any]) -> None:
        locked = answer[0] if answer else False
        if isinstance(locked, QDBusVariant):
            locked = locked.variant()
        if locked is True:
            self._tell()

    def _tell(self) -> None:
        if self._listening:
            self.away.emit()

    def _hold_sleep_up(self) -> None:
        if self._listening and self._inhibitor is None:
            self._ask(LOGIN_PATH, MANAGER, "Inhibit", ["sleep", "Leeward", WHY, "delay"], self._on_inhibitor)

    def _on_inhibitor(self, answer: list[Any]) -> None:
        given = answer[0] if answer else None
        if isinstance(given, QDBusUnixFileDescriptor):
            self._let_sleep()
            self._inhibitor = given
            if not self._listening:
                self._let_sleep()

    def _let_sleep(self) -> None:
        if self._inhibitor is not None and self._inhibitor.isValid():
            os.close(self._inhibitor.takeFileDescriptor())
        self._inhibitor = None

    def _find_session(self, questions: list[tuple[str, list[Any]]]) -> None:
        """Ask one question after the other until one names the session."""
        if questions:
            method, arguments = questions[0]
            self._ask(LOGIN_PATH, MANAGER, method, arguments, lambda answer: self._on_session(answer, questions[1:]))

    def _on_session(self, answer: list[Any], others: list[tuple[str, list[Any]]]) -> None:
        found = answer[0] if answer else None
        if not isinstance(found, QDBusObjectPath):
            self._find_session(others)
            return
        self._session_path = found.path()
        self._system.connect(LOGIN, self._session_path, SESSION, "Lock", self, slot("_on_lock()"))
        changed = slot("_on_properties(QDBusMessage)")
        self._system.connect(LOGIN, self._session_path, PROPERTIES, "PropertiesChanged", self, changed)

    def _ask(
        self, path: str, interface: str, method: str, arguments: list[Any], answered: Callable[[list[Any]], None]
    ) -> None:
        """Ask logind without waiting; an error gives an empty answer."""
        question = QDBusMessage.createMethodCall(LOGIN, path, interface, method)
        question.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(question), self)

        def on_finished(finished: QDBusPendingCallWatcher) -> None:
            reply = finished.reply()
            went_well = reply.type() == QDBusMessage.MessageType.ReplyMessage
            answered(reply.arguments() if went_well else [])
            finished.deleteLater()

        watcher.finished.connect(on_finished)


def session_questions() -> list[tuple[str, list[Any]]]:
    """The ways to this login session: by its name in the environment, by this process, and logind's own guess."""
    named = os.environ.get("XDG_SESSION_ID", "")
    by_name: list[tuple[str, list[Any]]] = [("GetSession", [named])] if named else []
    return [*by_name, ("GetSession", ["auto"])]

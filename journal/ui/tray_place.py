"""Waits for a place for the icon beside the clock: at login the program may start before the desktop's panel.

Qt looks for the panel once and keeps the answer for the life of the process, so it must not be asked too early.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusServiceWatcher, QDBusVariant

from journal.ui.system_lock_bus import slot

WATCHER = "org.kde.StatusNotifierWatcher"
PATH = "/StatusNotifierWatcher"
PROPERTIES = "org.freedesktop.DBus.Properties"
HOST = "IsStatusNotifierHostRegistered"


class TrayPlace(QObject):
    """`known` once Qt may be asked. Where no panel can come by the bus that is at once."""

    known = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._watch: QDBusServiceWatcher | None = None
        self._told = False

    def start(self) -> None:
        """Begin to wait. Nothing here waits for an answer."""
        if not waits_for_panel() or not self._bus.isConnected():
            self._tell()
            return
        mode = QDBusServiceWatcher.WatchModeFlag.WatchForRegistration
        self._watch = QDBusServiceWatcher(WATCHER, self._bus, mode, self)
        self._watch.serviceRegistered.connect(lambda _name: self._ask())
        self._bus.connect(WATCHER, PATH, WATCHER, "StatusNotifierHostRegistered", self, slot("_on_host()"))
        self._ask()

    @Slot()
    def _on_host(self) -> None:
        self._tell()

    def _ask(self) -> None:
        question = QDBusMessage.createMethodCall(WATCHER, PATH, PROPERTIES, "Get")
        question.setArguments([WATCHER, HOST])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        watcher.finished.connect(self._on_answer)

    def _on_answer(self, finished: QDBusPendingCallWatcher) -> None:
        reply = finished.reply()
        finished.deleteLater()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage and plain(reply.arguments()) is True:
            self._tell()

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.known.emit()


def waits_for_panel() -> bool:
    """Whether the icon goes by the bus here; an X11 tray of the older kind Qt finds at any time."""
    return sys.platform.startswith("linux") and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def plain(arguments: list[Any]) -> Any:
    """The first of a reply's arguments out of its variants, or None."""
    value = arguments[0] if arguments else None
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value

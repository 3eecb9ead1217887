"""Notifications by the desktop's portal (org.freedesktop.portal.Notification), for desktops without a tray.

The older Notify call cannot be used: PySide6 cannot give it its map and its unsigned number together. A portal from
version 2 on is also asked to make no sound and to keep the words off the lock screen; older ones do not know the words
for that and would refuse the whole.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from journal.ui.system_lock_bus import slot
from journal.ui.theme.portal import PATH, SERVICE
from journal.ui.tray_place import PROPERTIES, plain

INTERFACE = "org.freedesktop.portal.Notification"
NAME = "leeward"
"""One notification at a time: the next one takes its place."""

OPENS = "open"
QUIETER_SINCE = 2
QUIETER = {"sound": "silent", "display-hint": ["hide-content-on-lock-screen"]}


class PortalNotifications(QObject):
    """`clicked` when the person clicks what was shown."""

    clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._listening = False

    def say(self, title: str, text: str, told: Callable[[bool], None]) -> None:
        """Show a notification; `told` hears whether the portal took it. Nothing waits for it."""
        if not self._bus.isConnected():
            told(False)
            return
        self._listen()
        words: dict[str, Any] = {"title": title, "body": text, "priority": "normal", "default-action": OPENS}

        def on_version(answer: Any) -> None:
            quieter = QUIETER if isinstance(answer, int) and answer >= QUIETER_SINCE else {}
            self._call(INTERFACE, "AddNotification", [NAME, words | quieter], lambda _answer, well: told(well))

        self._call(PROPERTIES, "Get", [INTERFACE, "version"], lambda answer, _well: on_version(answer))

    def take_back(self) -> None:
        """Take what was shown off the screen; nobody waits for an answer."""
        if self._listening:
            self._bus.send(_call(INTERFACE, "RemoveNotification", [NAME]))

    @Slot(QDBusMessage)
    def _on_action(self, message: QDBusMessage) -> None:
        if message.arguments()[:2] == [NAME, OPENS]:
            self.clicked.emit()

    def _listen(self) -> None:
        if not self._listening:
            heard = slot("_on_action(QDBusMessage)")
            self._listening = self._bus.connect(SERVICE, PATH, INTERFACE, "ActionInvoked", self, heard)

    def _call(self, interface: str, method: str, arguments: list[Any], answered: Callable[[Any, bool], None]) -> None:
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(_call(interface, method, arguments)), self)

        def on_finished(finished: QDBusPendingCallWatcher) -> None:
            reply = finished.reply()
            finished.deleteLater()
            answered(plain(reply.arguments()), reply.type() == QDBusMessage.MessageType.ReplyMessage)

        watcher.finished.connect(on_finished)


def _call(interface: str, method: str, arguments: list[Any]) -> QDBusMessage:
    call = QDBusMessage.createMethodCall(SERVICE, PATH, interface, method)
    call.setArguments(arguments)
    return call

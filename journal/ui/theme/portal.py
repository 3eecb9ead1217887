"""Asks the desktop's portal for its wishes, dark, high contrast, less motion, for desktops that Qt does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
NAMESPACE = "org.freedesktop.appearance"
SCHEME, CONTRAST, MOTION = "color-scheme", "contrast", "reduced-motion"
PREFERRED = 1


def ask_portal(parent: QObject, answer: Callable[[bool], None], key: str = SCHEME) -> None:
    """Ask without waiting; `answer` gets true for dark, or for high contrast or less motion by `key`.

    Without a bus or a portal nothing happens.
    """
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    question = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "Read")
    question.setArguments([NAMESPACE, key])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(question), parent)

    def on_finished(finished: QDBusPendingCallWatcher) -> None:
        reply = finished.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage:
            answer(is_preferred(reply.arguments()))
        finished.deleteLater()

    watcher.finished.connect(on_finished)


def is_preferred(arguments: list[Any]) -> bool:
    """Read the portal's reply: a number, wrapped in one or two variants; 1 is dark, high contrast or less motion."""
    value = arguments[0] if arguments else 0
    while hasattr(value, "variant"):
        value = value.variant()
    return value == PREFERRED

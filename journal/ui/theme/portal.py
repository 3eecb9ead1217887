"""Asks the desktop's portal whether it prefers dark, for desktops that Qt does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
NAMESPACE, KEY = "org.freedesktop.appearance", "color-scheme"
PREFERS_DARK = 1


def ask_portal(parent: QObject, answer: Callable[[bool], None]) -> None:
    """Ask without waiting; `answer` gets true for dark. Without a bus or a portal nothing happens."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    question = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "Read")
    question.setArguments([NAMESPACE, KEY])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(question), parent)

    def on_finished(finished: QDBusPendingCallWatcher) -> None:
        reply = finished.reply()
        if reply.type() == QDBusMessage.MessageType.ReplyMessage:
            answer(prefers_dark(reply.arguments()))
        finished.deleteLater()

    watcher.finished.connect(on_finished)


def prefers_dark(arguments: list[Any]) -> bool:
    """Read the portal's reply: a number, wrapped in one or two variants."""
    value = arguments[0] if arguments else 0
    while hasattr(value, "variant"):
        value = value.variant()
    return value == PREFERS_DARK

"""Hears from logind that the computer woke: the clock may have jumped far ahead meanwhile. Linux only.

Elsewhere, and without logind, what looks at the clock once a minute finds out within that minute.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

from journal.ui.system_lock_bus import LOGIN, LOGIN_PATH, MANAGER, slot


class Waking(QObject):
    """`woke` after each sleep, locked or open; sleep is not held up for it."""

    woke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = QDBusConnection.systemBus()

    def start(self) -> None:
        """Begin to listen, where there is somebody to listen to."""
        if self._system.isConnected():
            self._system.connect(LOGIN, LOGIN_PATH, MANAGER, "PrepareForSleep", self, slot("_on_sleep(bool)"))

    @Slot(bool)
    def _on_sleep(self, begins: bool) -> None:
        if not begins:
            self.woke.emit()

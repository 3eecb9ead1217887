"""Hears when the screen is locked and when the computer is about to sleep: the journal closes then.

Each system has a module of its own behind this one interface. Where a system says nothing, nothing is heard.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class SystemLock(QObject):
    """Tells that nobody can be at the program now."""

    away = Signal()
    """The screen was locked or the computer goes to sleep. What is connected is done before it sleeps."""

    def start(self) -> None:
        """Begin to listen."""

    def stop(self) -> None:
        """Listen no more, and hold no sleep up."""


def make_system_lock(window: QWidget) -> SystemLock:
    """The one of this system. `window` is the main window, which Windows tells of it."""
    if sys.platform == "win32":
        from journal.ui.system_lock_windows import WindowsSystemLock

        return WindowsSystemLock(window)
    if sys.platform == "darwin":
        from journal.ui.system_lock_macos import MacSystemLock

        return MacSystemLock(window)
    from journal.ui.system_lock_bus import BusSystemLock

    return BusSystemLock(window)

"""Hears when the screen is locked and when the computer is about to sleep: the journal closes then.

Each system has a module of its own behind this one interface. Where a system says nothing, nothing is heard.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class SystemLock(QObject):
    """Tells that nobody can be at the program now."""

    away = Signal()
    """The screen was locked or the computer goes to sleep. What is connected is done before it sleeps."""

    def start(self) -> None:
        """Begin to listen."""

    def stop(self) -> None:
        """Listen no more, and hold no sleep up."""

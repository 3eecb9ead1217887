"""Taking every window off the screen at once."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


def vanish() -> None:
    """Take every window off the screen, and wait only until the screen has heard of it."""
    for window in QApplication.topLevelWidgets():
        window.hide()
    QGuiApplication.sync()

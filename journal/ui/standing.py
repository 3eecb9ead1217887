"""How the window stood when a lock replaced the process: the fresh one must not come up before other work."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Standing(StrEnum):
    """In front with the keyboard, behind something else, minimised, or not at all: only the icon beside the clock."""

    FRONT = "front"
    BEHIND = "behind"
    MINIMISED = "minimised"
    TRAY = "tray"


def standing_of(window: QWidget) -> Standing:
    """How this window stands."""
    from PySide6.QtGui import QGuiApplication

    if window.isMinimized():
        return Standing.MINIMISED
    return Standing.FRONT if QGuiApplication.focusWindow() is not None else Standing.BEHIND


def read_standing(told: str) -> Standing:
    """How the window before stood; in front where there was none, or where nobody here said it."""
    return Standing(told) if told in tuple(Standing) else Standing.FRONT

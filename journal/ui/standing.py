"""How the window stood when a lock replaced the process: the fresh one must not come up before other work."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

VARIABLE = "LEEWARD_STANDING"
"""Handed on in the environment, which outlives the process that a lock replaces."""


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


def hand_on(standing: Standing) -> None:
    """Tell the process that comes."""
    os.environ[VARIABLE] = standing


def begins_hidden() -> bool:
    """Whether this process is to begin without a window."""
    return os.environ.get(VARIABLE) == Standing.TRAY


def taken_over() -> Standing:
    """How the window before stood; in front where there was none. Told once, and to no other program."""
    told = os.environ.pop(VARIABLE, "")
    return Standing(told) if told in tuple(Standing) else Standing.FRONT

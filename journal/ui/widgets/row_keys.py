"""What a key press means to a row, whatever the keyboard layout.

The keys of the top row count by their position, because an AZERTY keyboard types "&é" there
without Shift and others type letters of their own. A press without a position (a virtual keyboard,
a test) counts by its character.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent


class Press(Enum):
    """The kinds of key press that a row tells apart."""

    DIGIT = auto()
    NOT_APPLICABLE = auto()
    BACK = auto()
    LOWER = auto()
    HIGHER = auto()
    UP = auto()
    DOWN = auto()
    CHOOSE = auto()
    SWALLOWED = auto()
    SYSTEM = auto()


@dataclass(frozen=True, slots=True)
class RowKey:
    """One key press. `digit` is set for digits; `minus` is true when its character is a minus too.

    On AZERTY the key of 6 types a minus: it is a 6 on a row that has one, a minus elsewhere.
    """

    press: Press
    digit: int = -1
    minus: bool = False


MINUSES = frozenset("-\u2212\u2010\u2011\u2012\u2013\u2014\uff0d")

TOP_ROW = {
    "xcb": {10 + n: (n + 1) % 10 for n in range(10)},
    "wayland": {10 + n: (n + 1) % 10 for n in range(10)},
    "windows": {2 + n: (n + 1) % 10 for n in range(10)},
}
"""Native scan codes of the top row's digit keys (evdev + 8 on Linux, set 1 on Windows)."""

TOP_ROW_MAC = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9, 29: 0}
"""macOS gives no scan code; its virtual key codes are positions (kVK_ANSI_1 and so on)."""

PLAIN = {
    Qt.Key.Key_Backspace: Press.BACK,
    Qt.Key.Key_Left: Press.LOWER,
    Qt.Key.Key_Right: Press.HIGHER,
    Qt.Key.Key_Up: Press.UP,
    Qt.Key.Key_Down: Press.DOWN,
    Qt.Key.Key_Space: Press.CHOOSE,
}

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def read_key(event: QKeyEvent, platform: str | None = None) -> RowKey:
    """What the press means; `platform` is Qt's platform name, by default the running one."""
    modifiers = event.modifiers()
    key = Qt.Key(event.key())
    if modifiers & COMMANDS:
        return RowKey(Press.SYSTEM)
    if key in PLAIN:
        return RowKey(_mirrored(PLAIN[key]) if QGuiApplication.isRightToLeft() else PLAIN[key])
    minus = event.text() in MINUSES if event.text() else key == Qt.Key.Key_Minus
    digit = _digit(event, platform or QGuiApplication.platformName())
    if digit is not None:
        return RowKey(Press.DIGIT, digit, minus)
    if minus:
        return RowKey(Press.NOT_APPLICABLE)
    return RowKey(Press.SWALLOWED if event.text().isprintable() and event.text() else Press.SYSTEM)


def _mirrored(press: Press) -> Press:
    """Where lines begin at the right the steps do too: the arrows mean what is seen."""
    return {Press.LOWER: Press.HIGHER, Press.HIGHER: Press.LOWER}.get(press, press)


def _digit(event: QKeyEvent, platform: str) -> int | None:
    by_key = event.key() - int(Qt.Key.Key_0)
    typed = by_key if 0 <= by_key <= 9 else None
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return typed
    if platform == "cocoa":
        by_place = TOP_ROW_MAC.get(event.nativeVirtualKey()) if event.nativeVirtualKey() else None
    else:
        by_place = TOP_ROW.get(platform, {}).get(event.nativeScanCode())
    return typed if by_place is None else by_place

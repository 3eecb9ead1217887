"""Quick hide by keyboard: Shift three times, or one key of the person's own."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from journal.host.settings_file import HIDE_BY_SHIFT, HIDE_KEYS

TIMES = 3
WITHIN_S = 5.0
"""The time begins anew at each press."""

OWN_KEYS: dict[str, Qt.Key] = {name: getattr(Qt.Key, f"Key_{name}") for name in HIDE_KEYS}

_PRESSES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


def sticky_keys() -> bool:
    """Whether sticky keys are on, asked of the system when it matters and not before."""
    from journal.host.sticky_keys import sticky_keys_on

    return sticky_keys_on()


class QuickHide(QObject):
    """Watches the keys that reach the program's windows. `gesture` is the setting `hide_by`.

    Only bare presses of Shift count: another key, a click, or Shift held together with either begins anew.
    Shift rests while `sticky` says that sticky keys are on, for then it is pressed by itself to write.
    """

    wanted = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        gesture: str = HIDE_BY_SHIFT,
        *,
        elapsed: Callable[[], float] = time.monotonic,
        sticky: Callable[[], bool] = sticky_keys,
    ) -> None:
        super().__init__(app)
        self.gesture = gesture
        self._elapsed, self._sticky = elapsed, sticky
        self._count, self._last_s = 0, 0.0
        app.focusWindowChanged.connect(self._on_focus)

    def start(self) -> None:
        """Begin to watch the windows that stand already."""
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the presses. Nothing is kept from the window."""
        if event.type() in _PRESSES:
            self._on_press(event)
        elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._on_release(event)
        return super().eventFilter(watched, event)

    def _on_press(self, event: QEvent) -> None:
        key = event if isinstance(event, QKeyEvent) else None
        if key is not None and key.isAutoRepeat():
            # Held down, Shift is for writing or for a right-to-left switch, not a press of its own.
            self._count = 0
        elif key is not None and self._is_own(key):
            self.wanted.emit()
        elif key is None or not self._is_bare_shift(key):
            self._count = 0
        else:
            self._on_shift()

    def _on_shift(self) -> None:
        now_s = self._elapsed()
        self._count = self._count + 1 if now_s - self._last_s <= WITHIN_S else 1
        self._last_s = now_s

    def _on_release(self, event: QKeyEvent) -> None:
        """The third press counts when it is let go of: a key pressed meanwhile makes it a capital letter."""
        if event.key() != Qt.Key.Key_Shift or event.isAutoRepeat() or self._count < TIMES:
            return
        self._count = 0
        if not self._sticky():
            self.wanted.emit()

    def _is_own(self, event: QKeyEvent) -> bool:
        return OWN_KEYS.get(self.gesture) == event.key() and not _modifiers(event)

    def _is_bare_shift(self, event: QKeyEvent) -> bool:
        if self.gesture != HIDE_BY_SHIFT or event.key() != Qt.Key.Key_Shift:
            return False
        return not _modifiers(event) & ~Qt.KeyboardModifier.ShiftModifier

    def _on_focus(self, window: QWindow | None) -> None:
        """Leaving the window begins anew too: what was pressed elsewhere is not known."""
        self._count = 0
        if window is not None:
            self._watch(window)

    def _watch(self, window: QWindow) -> None:
        window.removeEventFilter(self)
        window.installEventFilter(self)


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier

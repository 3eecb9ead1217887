"""Closes the journal when nobody is there, with a still line before."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

WARNING_S = 30
LOOK_EVERY_MS = 1000

SLEPT_S = 60
"""Longer between two looks: the computer slept in between."""

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


def awake_and_asleep_s() -> float:
    """Seconds on a clock that also runs while the computer sleeps, where the system has one."""
    if sys.platform != "linux":
        return time.time()
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class IdleWatch(QObject):
    """Watches what reaches the program's windows. `minutes` may change at any time; 0 never closes.

    `least_minutes` lets it wait longer than `minutes` while a session is open, where that was chosen.
    It can be held for a time, while a session goes on: then only sleep closes, and the minutes begin
    anew when the time has come.
    """

    closing_soon = Signal()
    kept_open = Signal()
    idle = Signal()
    hold_ended = Signal()
    """The time for which it was held is over, or was given up."""

    def __init__(self, app: QGuiApplication, minutes: int, elapsed: Callable[[], float] = awake_and_asleep_s) -> None:
        super().__init__(app)
        self.minutes = minutes
        self.least_minutes = 0
        self._elapsed = elapsed
        self._last_s = self._looked_s = elapsed()
        self._held_until_s: float | None = None
        self._warned = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        app.focusWindowChanged.connect(self._watch)

    def start(self) -> None:
        """Begin to watch, from now."""
        self._last_s = self._looked_s = self._elapsed()
        self._timer.start()
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._warned = False

    @property
    def idle_s(self) -> float:
        """For how many seconds nobody did anything."""
        return self._elapsed() - self._last_s

    @property
    def held(self) -> bool:
        """Whether it is held now."""
        return self._held_until_s is not None

    def hold(self, seconds: float) -> None:
        """Do not close for so long, though nobody is there."""
        self._looked_s = self._elapsed()
        self._held_until_s = self._looked_s + seconds
        if self._warned:
            self._warned = False
            self.kept_open.emit()

    def release(self) -> None:
        """Close when idle again, counted from now."""
        if self.held:
            self._held_until_s = None
            self._last_s = self._elapsed()
            self.hold_ended.emit()

    def look(self) -> None:
        """Compare the time since the last sign of life with the minutes chosen."""
        if not self._timer.isActive() or not self.minutes or self._is_held():
            return
        left_s = max(self.minutes, self.least_minutes) * 60 - (self._elapsed() - self._last_s)
        if left_s <= 0:
            self.stop()
            self.idle.emit()
        elif left_s <= WARNING_S and not self._warned:
            self._warned = True
            self.closing_soon.emit()

    def _is_held(self) -> bool:
        """Whether it is held still. Sleep and the end of the time end it."""
        now_s = self._elapsed()
        slept, self._looked_s = now_s - self._looked_s > SLEPT_S, now_s
        if self._held_until_s is None:
            return False
        if slept:
            self._held_until_s = None
            self.stop()
            self.idle.emit()
            return True
        if now_s < self._held_until_s:
            return True
        self.release()
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a sign of life. After a long sleep the first one closes instead."""
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self.look()
            self._last_s = self._elapsed()
            if self._warned:
                self._warned = False
                self.kept_open.emit()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

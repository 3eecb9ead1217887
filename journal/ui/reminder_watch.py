"""Looks at the clock and says when a reminder is due, whether the journal is open or locked.

It looks once a minute, at its beginning, and only while there is something to remind of: one long timer would sleep
with the computer and would not hear of a clock that is set. Waking is heard from the system where it says so.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from journal.app import reminders
from journal.host.clock import Clock
from journal.host.settings_file import Settings

MINUTE_MS = 60_000


class ReminderWatch(QObject):
    """`settings` gives what holds now, `keep` keeps settings by name. While `held` is true nothing comes and stands."""

    came = Signal()
    """A reminder is to be shown now; it stands from now on."""
    stood_changed = Signal(bool)
    """Whether a reminder stands in the window."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        clock: Clock,
        keep: Callable[..., None],
        held: Callable[[], bool] = bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._clock, self._keep, self._held = settings, clock, keep, held
        self._stood = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    @property
    def stood(self) -> bool:
        """Whether a reminder stood at the last look."""
        return self._stood

    @property
    def running(self) -> bool:
        """Whether it will look again."""
        return self._timer.isActive()

    def look(self) -> None:
        """Say what is due now, and look again when the next minute begins if there is anything to look for."""
        held = self._held()
        came = None if held else reminders.come_now(self._settings(), self._clock)
        if came is not None:
            self._keep(**came)
        stands = not held and reminders.stands(self._settings(), self._clock)
        if stands != self._stood or came is not None:
            self._stood = stands
            self.stood_changed.emit(stands)
        if came is not None:
            self.came.emit()
        self._wind()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _wind(self) -> None:
        if not self._settings().reminders:
            self._timer.stop()
            return
        self._timer.start(MINUTE_MS - self._clock.now_ms() % MINUTE_MS)

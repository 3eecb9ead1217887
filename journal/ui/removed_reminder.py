"""The reminder that was removed last, for undo: reminders stand outside the journal and its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from journal.app.reminders import changed_times
from journal.model.reminders import MOST_TIMES, ReminderTime, checked_times, reminder_text

if TYPE_CHECKING:
    from journal.host.clock import Clock
    from journal.host.settings_file import Settings


class Keep(Protocol):
    """Keeps settings of reminders, which hold at once."""

    def __call__(self, **changes: Any) -> None:
        """Keep these."""


class RemovedReminder(QObject):
    """Holds one reminder, as long as the journal stays open. The file of the settings has no history."""

    changed = Signal()
    """A reminder came back, or was removed again."""

    def __init__(
        self, settings: Callable[[], Settings], keep: Keep, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._keep, self._clock = settings, keep, clock
        self._removed: ReminderTime | None = None
        self._at_ms = 0

    def note(self, removed: ReminderTime) -> None:
        """This one was removed now."""
        self._removed, self._at_ms = removed, self._clock.now_ms()

    def is_after(self, step_ms: int | None) -> bool:
        """Whether one can come back that was removed after the journal's newest step (UTC milliseconds, or None)."""
        room = self._removed is not None and len(self._times) < MOST_TIMES
        return room and (step_ms is None or step_ms <= self._at_ms)

    def bring_back(self) -> ReminderTime | None:
        """Let it come again, beside what was changed since; None where there is none, or no room for it."""
        removed, self._removed = self._removed, None
        times = self._times
        if removed is None or len(times) >= MOST_TIMES:
            return None
        self._put((*times, removed))
        return removed

    def remove_again(self, wanted: ReminderTime) -> None:
        """Do again what was undone."""
        self.note(wanted)
        self._put(tuple(each for each in self._times if each != wanted))

    @property
    def _times(self) -> tuple[ReminderTime, ...]:
        return checked_times(self._settings().reminders)

    def _put(self, times: tuple[ReminderTime, ...]) -> None:
        texts = tuple(reminder_text(each) for each in sorted(times, key=lambda each: each.minute))
        self._keep(**changed_times(self._clock, texts))
        self.changed.emit()

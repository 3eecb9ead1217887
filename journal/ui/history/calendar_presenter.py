"""The calendar: one month, week or two weeks at a time, with the keyboard on one of its days. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from journal.app.day_calendar import CalendarDays, CalendarHabits, calendar_days, habits
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.model.calendars import stepped
from journal.model.periods import moved
from journal.ui.history.calendar_state import CalendarState, build_state

SHOWN = frozenset(
    {
        "entries",
        "items",
        "sessions",
        "medicines",
        "practices",
        "markers",
        "questionnaires",
        "calm_moments",
        "appointments",
    }
)
"""The parts of the journal that the calendar shows."""


class CalendarPanelView(Protocol):
    """What the presenter needs of the calendar."""

    def render_calendar(self, state: CalendarState) -> None:
        """Show a state."""


@dataclass(frozen=True, slots=True)
class CalendarParts:
    """What the presenter works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    failed: Callable[[Exception], None]


class CalendarPresenter:
    """Reads what comes into sight. Of several wishes in a row, where the last one leads is shown."""

    def __init__(self, view: CalendarPanelView, parts: CalendarParts) -> None:
        self._view, self._parts = view, parts
        self._habits: CalendarHabits | None = None
        self._at: date | None = None
        self._asked = 0
        self._waiting = False
        self.state = CalendarState()

    @property
    def at(self) -> date | None:
        """The day with the keyboard, or where it is going; None before anything was read."""
        return self._at

    def on_entered(self, day: date | None = None) -> None:
        """Show a day, else where the calendar stood, else today."""
        self._habits = None
        self._read(day or self._at)

    def on_day(self, day: date) -> None:
        """The keyboard goes to a day, which may be in another month."""
        shown = self.state.days
        if shown is None or self._waiting or shown.grid.place(day) is None:
            self._read(day)
            return
        self._at = day
        self._render(replace(self.state, at=day))

    def on_moved(self, by_days: int) -> None:
        """The keyboard goes so many days on."""
        if self._at is not None:
            self.on_day(moved(self._at, by_days))

    def on_step(self, by: int) -> None:
        """So many months or weeks on."""
        if self._at is not None and self.state.days is not None:
            self.on_day(stepped(self._at, self.state.days.grid.view, by))

    def on_today(self) -> None:
        """Back to today."""
        self._read(None)

    def _read(self, day: date | None) -> None:
        self._at, self._asked, self._waiting = day, self._asked + 1, True
        asked, known = self._asked, self._habits

        def job() -> tuple[CalendarHabits, CalendarDays] | None:
            if asked != self._asked:
                return None  # another wish came before this one was read
            journal = self._parts.journal()
            as_wanted = known or habits(journal)
            return as_wanted, calendar_days(journal, day or journal.today(), as_wanted)

        def done(found: tuple[CalendarHabits, CalendarDays] | None) -> None:
            if found is not None and asked == self._asked:
                self._waiting = False
                self._habits = found[0]
                self._at = day or found[1].today
                self._render(build_state(found[1], self._at))

        def failed(error: Exception) -> None:
            self._waiting = False
            self._at = self.state.at
            self._parts.failed(error)

        self._parts.runner.run(job, done, failed)

    def _render(self, state: CalendarState) -> None:
        self.state = state
        self._view.render_calendar(state)

"""The calendar: one month, week or two weeks at a time, with the keyboard on one of its days. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from journal.app.day_calendar import CalendarDays, CalendarHabits, calendar_days, habits
from journal.app.day_loads import remember_more
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.model.calendars import grid_of, stepped
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
    """Reads what comes into sight, and what stands before and after it ahead of time.

    Of several wishes in a row, where the last one leads is shown.
    """

    def __init__(self, view: CalendarPanelView, parts: CalendarParts) -> None:
        self._view, self._parts = view, parts
        self._habits = CalendarHabits()
        self._at: date | None = None
        self._asked = 0
        self._waiting = False
        self._remembering = False
        self._held: dict[date, CalendarDays] = {}
        self.state = CalendarState()

    @property
    def at(self) -> date | None:
        """The day with the keyboard, or where it is going; None before anything was read."""
        return self._at

    @property
    def waiting(self) -> bool:
        """Whether what was wished for is still being read."""
        return self._waiting

    def on_entered(self, day: date | None = None) -> None:
        """Show a day, else where the calendar stood, else today: read anew, the settings too."""
        self._held.clear()
        self._read(day or self._at, again=True)

    def on_day(self, day: date) -> None:
        """The keyboard goes to a day, which may be in another month."""
        shown = self.state.days
        if shown is None or self._waiting:
            self._read(day)
        elif shown.grid.place(day) is not None:
            self._at = day
            self._render(replace(self.state, at=day))
        else:
            held = self._held.get(self._first(day))
            self._read(day) if held is None else self._show(held, day)

    def on_moved(self, by_days: int) -> None:
        """The keyboard goes so many days on."""
        if self._at is not None:
            self.on_day(moved(self._at, by_days))

    def on_step(self, by: int) -> None:
        """So many months or weeks on."""
        if self._at is not None:
            self.on_day(stepped(self._at, self._habits.view, by))

    def on_today(self) -> None:
        """Back to today."""
        self._read(None)

    def _read(self, day: date | None, *, again: bool = False) -> None:
        self._at, self._asked, self._waiting = day, self._asked + 1, True
        asked, known = self._asked, None if again else self._habits

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
                self._show(found[1], day or found[1].today)

        def failed(error: Exception) -> None:
            self._waiting = False
            self._at = self.state.at
            self._parts.failed(error)

        self._parts.runner.run(job, done, failed)

    def _show(self, days: CalendarDays, at: date) -> None:
        self._at, self._asked = at, self._asked + 1
        self._held[days.grid.days.first] = days
        self._render(build_state(days, at))
        self._look_ahead(at)

    def _look_ahead(self, at: date) -> None:
        """Read what is one step away, so that a step shows it at once; let go of what is further."""
        beside = [stepped(at, self._habits.view, by) for by in (-1, 1)]
        wanted = {self._first(day): day for day in beside}
        near = {*wanted, self._first(at)}
        self._held = {first: days for first, days in self._held.items() if first in near}
        for first, day in wanted.items():
            if first not in self._held:
                self._hold(day)
        if not self._remembering:
            self._remember()

    def _hold(self, day: date) -> None:
        asked, as_wanted = self._asked, self._habits

        def job() -> CalendarDays | None:
            return calendar_days(self._parts.journal(), day, as_wanted) if asked == self._asked else None

        def hold(days: CalendarDays | None) -> None:
            if days is not None and asked == self._asked:
                self._held[days.grid.days.first] = days

        self._parts.runner.run(job, hold, self._parts.failed)

    def _remember(self) -> None:
        """Have the other days gone through, a few at a time, so that nothing waits long behind it."""
        self._remembering = True

        def go_on(more: bool) -> None:
            self._remembering = False
            if more:
                self._remember()

        def failed(error: Exception) -> None:
            self._remembering = False
            self._parts.failed(error)

        self._parts.runner.run(lambda: remember_more(self._parts.journal()), go_on, failed)

    def _first(self, day: date) -> date:
        """The first day of the part of the calendar that a day stands in."""
        return grid_of(day, self._habits.view, self._habits.first_weekday).days.first

    def _render(self, state: CalendarState) -> None:
        self.state = state
        self._view.render_calendar(state)

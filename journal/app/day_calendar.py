"""The calendar of History: how much was written down on each day of a month, and the day's average.

A month costs a few queries that look at its days only, so ten years are as quick as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journal.app.day_loads import day_loads
from journal.app.journal import Journal
from journal.host.region import system_region
from journal.model.calendars import WEEK_DAYS, CalendarGrid, CalendarView, grid_of
from journal.model.periods import Period

REGION = -1
"""The setting `first_weekday` where the week begins as is usual in the region."""


@dataclass(frozen=True, slots=True)
class DaySummary:
    """What stands on a day. `load` is its average symptom rating (0 to 4), None without one.

    `medicine_changes` are doses that began, first ones too, and last days of a medicine. A note can be on anything.
    """

    day: date
    check_ins: int = 0
    load: float | None = None
    sessions: int = 0
    doses: int = 0
    medicine_changes: int = 0
    questionnaires: int = 0
    practices: int = 0
    markers: int = 0
    calm_moments: int = 0
    appointments: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class CalendarHabits:
    """How the person wants the calendar. `first_weekday` is 0 for Monday."""

    view: CalendarView = CalendarView.MONTH
    first_weekday: int = 0


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """A part of the calendar with what stands on its days; days without anything have no summary."""

    grid: CalendarGrid
    today: date
    summaries: Mapping[date, DaySummary] = field(default_factory=dict)


def habits(journal: Journal) -> CalendarHabits:
    """The settings of the calendar: how much of it is shown, and what a week begins with."""
    view = journal.setting("history_view", CalendarView.MONTH)
    known = CalendarView(view) if view in list(CalendarView) else CalendarView.MONTH
    first = journal.setting("first_weekday", REGION)
    if type(first) is not int or not 0 <= first < WEEK_DAYS:
        first = system_region(journal.clock.zone()).first_weekday
    return CalendarHabits(known, first)


def calendar_days(journal: Journal, day: date, as_wanted: CalendarHabits | None = None) -> CalendarDays:
    """The part of the calendar that a day stands in. Without `as_wanted` the settings are read."""
    as_wanted = as_wanted or habits(journal)
    grid = grid_of(day, as_wanted.view, as_wanted.first_weekday)
    return CalendarDays(grid, journal.today(), summaries(journal, grid.days))


def summaries(journal: Journal, days: Period) -> dict[date, DaySummary]:
    """What stands on each of these days, for the days that have anything."""
    found: dict[date, dict[str, Any]] = {}
    for count in journal.store.entries.day_counts(days.first, days.last):
        counts, name = found.setdefault(count.day, {}), _FIELDS[count.kind]
        counts[name] = counts.get(name, 0) + count.n
        counts["notes"] = counts.get("notes", 0) + count.n_notes
    for day, load in day_loads(journal, days).items():
        found.setdefault(day, {})["load"] = load
    return {day: DaySummary(day, **counts) for day, counts in found.items()}


_FIELDS = {
    "entry": "check_ins",
    "session": "sessions",
    "intake": "doses",
    "practice": "practices",
    "marker": "markers",
    "questionnaire": "questionnaires",
    "calm_moment": "calm_moments",
    "appointment": "appointments",
    "medicine_change": "medicine_changes",
}
"""The field of a summary for each kind of record."""

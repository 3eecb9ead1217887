"""The days of a calendar in rows of weeks: a month, one week or two, beginning with any weekday. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.model.periods import Period, moved

WEEK_DAYS = 7
MONTHS_A_YEAR = 12


class CalendarView(StrEnum):
    """How much of the calendar stands there at once. The values are kept in the journal."""

    MONTH = "month"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"


@dataclass(frozen=True, slots=True)
class CalendarGrid:
    """Weeks of seven places. A place is None where the month has no day, or the calendar of the world ends.

    `first_weekday` is 0 for Monday. `days` are from the first to the last day that stands there.
    """

    view: CalendarView
    first_weekday: int
    weeks: tuple[tuple[date | None, ...], ...]
    days: Period

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The weekdays of the columns, 0 for Monday."""
        return tuple((self.first_weekday + column) % WEEK_DAYS for column in range(WEEK_DAYS))

    def place(self, day: date) -> tuple[int, int] | None:
        """Row and column of a day, or None where it does not stand here."""
        for row, week in enumerate(self.weeks):
            if day in week:
                return row, week.index(day)
        return None

    def present(self) -> Iterator[date]:
        """The days that stand here, in order."""
        return (day for week in self.weeks for day in week if day is not None)


def grid_of(day: date, view: CalendarView, first_weekday: int) -> CalendarGrid:
    """The month of a day, its week, or its week and the one before."""
    begin = _month_begin(day) if view is CalendarView.MONTH else day.toordinal()
    start = begin - (date.fromordinal(begin).weekday() - first_weekday) % WEEK_DAYS
    if view is CalendarView.TWO_WEEKS:
        start -= WEEK_DAYS
    end = _month_end(day) + 1 if view is CalendarView.MONTH else start + WEEK_DAYS * _week_count(view)
    low = begin if view is CalendarView.MONTH else start
    weeks = tuple(
        tuple(_place(first + column, low, end) for column in range(WEEK_DAYS)) for first in range(start, end, WEEK_DAYS)
    )
    present = [each for week in weeks for each in week if each is not None]
    return CalendarGrid(view, first_weekday, weeks, Period(present[0], present[-1]))


def stepped(day: date, view: CalendarView, by: int) -> date:
    """The same day `by` months or weeks later, the month's last day where it is too short for it.

    The calendar's ends stop it.
    """
    if view is not CalendarView.MONTH:
        return moved(day, by * WEEK_DAYS * _week_count(view))
    months = day.year * MONTHS_A_YEAR + day.month - 1 + by
    months = min(max(months, MONTHS_A_YEAR), date.max.year * MONTHS_A_YEAR + MONTHS_A_YEAR - 1)
    year, month = months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _week_count(view: CalendarView) -> int:
    return 2 if view is CalendarView.TWO_WEEKS else 1


def _place(ordinal: int, low: int, end: int) -> date | None:
    inside = max(low, 1) <= ordinal < min(end, date.max.toordinal() + 1)
    return date.fromordinal(ordinal) if inside else None


def _month_begin(day: date) -> int:
    return day.replace(day=1).toordinal()


def _month_end(day: date) -> int:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1]).toordinal()

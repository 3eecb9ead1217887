"""A stretch of days, both ends included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journal.model.errors import InvalidPeriod


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included. Raises InvalidPeriod when it ends before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidPeriod(first=self.first.isoformat(), last=self.last.isoformat())

    @property
    def length_days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    def days(self) -> Iterator[date]:
        """Each day in order."""
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def before(self) -> Period:
        """The period of the same number of days that ends the day before this one."""
        last = self.first - timedelta(days=1)
        return Period(last - timedelta(days=self.length_days - 1), last)


def last_days(last: date, count: int) -> Period:
    """The `count` days that end on `last`."""
    return Period(last - timedelta(days=count - 1), last)


def moved(day: date, days: int) -> date:
    """A day so many days later; the calendar's ends stop it, for a marker can be put on any day there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))

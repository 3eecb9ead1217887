"""Which days are written under the charts: days, Mondays, months or years, as there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from journal.texts import trends as words

MONTH_STEPS = (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20)
DAY_STEPS = (1, 2, 7, 14)
MONTH_DAYS, YEAR_DAYS = 30.4, 365.25


@dataclass(frozen=True, slots=True)
class Tick:
    """A day, and the words under it."""

    day: int
    text: str


def time_ticks(first: float, last: float, room: int) -> tuple[Tick, ...]:
    """At most `room` ticks or so between two days (ordinals, fractions allowed)."""
    span = last - first
    room = max(1, room)
    for step in DAY_STEPS:
        if span / step <= room:
            return tuple(_ticks(_every_days(first, last, step), words.short_day))
    for step in MONTH_STEPS:
        if span / (step * MONTH_DAYS) <= room:
            return tuple(_ticks(_every_months(first, last, step), words.month))
    step = next((s for s in YEAR_STEPS if span / (s * YEAR_DAYS) <= room), YEAR_STEPS[-1])
    return tuple(_ticks(_every_months(first, last, 12 * step), words.year))


def _ticks(days: Iterator[int], text: Callable[[int], str]) -> Iterator[Tick]:
    return (Tick(day, text(day)) for day in days)


def _every_days(first: float, last: float, step: int) -> Iterator[int]:
    """Days that are multiples of the step; ordinal 1 was a Monday, so weeks begin on Mondays."""
    start = ceil((first - 1) / step) * step + 1
    return iter(range(start, floor(last) + 1, step))


def _every_months(first: float, last: float, step: int) -> Iterator[int]:
    begun = date.fromordinal(max(1, floor(first)))
    number = (begun.year * 12 + begun.month - 1) // step * step
    while (day := date(number // 12, number % 12 + 1, 1).toordinal()) <= last:
        if day >= first:
            yield day
        number += step

"""From day values to points on the page: fractions of the width and height of a chart.

x runs from 0 at the start of the period to 1 at its end, each day at the middle of its stretch; y
from 0 at the low end of the scale to 1 at the high end. A day without a value breaks the line.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from journal.model.periods import Period
from journal.report.wording import ReportWords

Point = list[float]
STEPS = 5
"""How many shades the daily strip has."""

WEEKLY_FROM_DAYS = 121
"""From this length on the strip has a cell a week, and dots are drawn smaller."""

DAY_TICKS_TO_DAYS = 8
WEEK_TICKS_TO_DAYS = 45
"""Up to these lengths the axis marks days, then weeks, then months."""


@lru_cache(maxsize=4096)
def fraction(value: float, minimum: float, maximum: float) -> float:
    """Where a value lies between the ends, from 0 to 1; a value outside stands at the end."""
    if maximum <= minimum:
        return 0.0
    return min(1.0, max(0.0, (value - minimum) / (maximum - minimum)))


@lru_cache(maxsize=8)
def middles(count: int) -> tuple[float, ...]:
    """Where each of so many days stands."""
    return tuple(_short((n + 0.5) / count) for n in range(count))


@lru_cache(maxsize=8)
def edges(count: int) -> tuple[float, ...]:
    """Where each of so many days begins, and the end of the last."""
    return tuple(_short(n / count) for n in range(count + 1))


def points(values: Sequence[float | None], minimum: float, maximum: float) -> list[Point | None]:
    """A point for each day that has a value."""
    return [
        None if value is None else [x, _short(fraction(value, minimum, maximum))]
        for x, value in zip(middles(len(values)), values, strict=True)
    ]


def dots(values: Sequence[float | None], minimum: float, maximum: float) -> list[Point]:
    """The points of the days that have a value."""
    return [point for point in points(values, minimum, maximum) if point is not None]


def runs(values: Sequence[float | None], minimum: float, maximum: float) -> list[list[Point]]:
    """The unbroken stretches of a line."""
    found = points(values, minimum, maximum)
    return [
        [point for point in group if point is not None]
        for has_value, group in groupby(found, key=lambda point: point is not None)
        if has_value
    ]


def band(values: Sequence[tuple[float, float] | None], minimum: float, maximum: float) -> list[list[Point]]:
    """The unbroken stretches of a band, each point as x, lower y, upper y."""
    found = [
        None if pair is None else [x, *(_short(fraction(value, minimum, maximum)) for value in pair)]
        for x, pair in zip(middles(len(values)), values, strict=True)
    ]
    unbroken = groupby(found, key=lambda point: point is not None)
    return [[point for point in group if point is not None] for has_value, group in unbroken if has_value]


def strip(values: Sequence[float | None], minimum: float, maximum: float) -> list[list[Point]]:
    """Cells of the daily strip by shade: for each of the steps a list of start and width.

    Beyond 120 days a cell is a week and shows its median.
    """
    count = len(values)
    cells: list[list[Point]] = [[] for _step in range(STEPS)]
    starts = edges(count)
    for start, days, middle in stretches(values):
        if middle is not None:
            cells[level(middle, minimum, maximum)].append([starts[start], starts[days]])
    return cells


def stretches(values: Sequence[float | None]) -> Iterator[tuple[int, int, float | None]]:
    """What each cell of the daily strip stands for: its first day, how many days, and their median, None without any.

    Beyond 120 days these are weeks, else days.
    """
    count, size = len(values), 7
    if count < WEEKLY_FROM_DAYS:
        yield from ((day, 1, value) for day, value in enumerate(values))
        return
    for start in range(0, count, size):
        within = sorted(value for value in values[start : start + size] if value is not None)
        middle = (within[(len(within) - 1) // 2] + within[len(within) // 2]) / 2 if within else None
        yield start, min(size, count - start), middle


def level(value: float, minimum: float, maximum: float) -> int:
    """The shade of a value, 0 to 4: the nearest step of a scale 0 to 4, or the same part of another."""
    return math.floor(fraction(value, minimum, maximum) * (STEPS - 1) + 0.5)


def ticks(period: Period, words: ReportWords) -> list[dict[str, object]]:
    """The marks of the time axis: Mondays in short periods, else firsts of a month."""
    count = period.length_days
    weekly = count <= WEEK_TICKS_TO_DAYS
    daily = count <= DAY_TICKS_TO_DAYS
    marks = [
        {"x": _short(n / count), "text": words.day(day) if weekly else words.month(day)}
        for n, day in enumerate(period.days())
        if daily or (day.weekday() == 0 if weekly else day.day == 1)
    ]
    return [mark for mark in marks if float(str(mark["x"])) < 0.93]


def top_of(values: Sequence[float | None], maximum: float | None) -> float:
    """The upper end of a chart: the scale's, or the greatest value rounded up, at least 4."""
    if maximum is not None:
        return maximum
    return max(4.0, *(math.ceil(value) for value in values if value is not None), 4.0)


def _short(value: float) -> float:
    return round(value, 5)

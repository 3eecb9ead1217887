"""The typical week: by part of the day where the ratings allow it, else by weekday only.

By clinical.md, section 1, "Windows": the time-of-day table uses only "now" ratings and windows of 6
hours or less, and a cell with fewer than 4 ratings stays empty. Night items describe the night and
not the hour of the check-in, so they are never in it. A rating stands in the part of the day in which
its window ends, and under the weekday of the person's own day, so an hour after midnight still
belongs to the evening before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.model.day_values import day_values
from journal.model.entries import Reading
from journal.model.items import Item, ItemVersion
from journal.model.loads import loads
from journal.model.moments import moments, own_readings
from journal.model.quantiles import mean
from journal.model.reading_table import NO_VERSIONS

PART_MIN = 360
"""A part of the day is six hours long."""

NEEDED_RATINGS = 4
NEEDED_CELLS = 7
"""The table by part of the day is shown from a quarter of its 28 cells on; below, weekdays say more."""

WEEKDAYS = 7


class Part(StrEnum):
    """A part of the day, six hours each from midnight."""

    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


PARTS = tuple(Part)


@dataclass(frozen=True, slots=True)
class WeekCell:
    """The mean of `n` ratings (or, by weekday only, of `n` day values); None under 4 of them."""

    value: float | None
    n: int


@dataclass(frozen=True, slots=True)
class WeekTable:
    """Seven columns, Monday first; four rows (`PARTS`) if `by_part`, else the one row of weekdays."""

    by_part: bool
    rows: tuple[tuple[WeekCell, ...], ...]

    @property
    def filled(self) -> int:
        """How many cells have a value."""
        return sum(cell.value is not None for row in self.rows for cell in row)


def typical_week(
    items: Sequence[Item], readings: Sequence[Reading], versions: Mapping[str, ItemVersion] = NO_VERSIONS
) -> WeekTable:
    """The week of one item, or, for several items, of their average symptom rating.

    Several items count once a check-in, by the same rule as for a day: at least 6 of them, and half of
    those asked, were answered.
    """
    table = part_table(items, readings, versions)
    if table.filled >= NEEDED_CELLS:
        return table
    return WeekTable(by_part=False, rows=(weekday_profile(_values(items, readings, versions)),))


def part_table(
    items: Sequence[Item], readings: Sequence[Reading], versions: Mapping[str, ItemVersion] = NO_VERSIONS
) -> WeekTable:
    """The four parts of the day by weekday, however few cells can be filled."""
    cells: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for moment in moments(items, readings, versions):
        cells[moment.local_min // PART_MIN, moment.day.weekday()].append(moment.value)
    rows = tuple(tuple(_cell(cells[part, weekday]) for weekday in range(WEEKDAYS)) for part in range(len(PARTS)))
    return WeekTable(by_part=True, rows=rows)


def weekday_profile(values: Mapping[date, float]) -> tuple[WeekCell, ...]:
    """The mean of the day values of each weekday, Monday first; None under 4 days."""
    by_weekday: defaultdict[int, list[float]] = defaultdict(list)
    for day, value in values.items():
        by_weekday[day.weekday()].append(value)
    return tuple(_cell(by_weekday[weekday]) for weekday in range(WEEKDAYS))


def _cell(values: Sequence[float]) -> WeekCell:
    return WeekCell(mean(values) if len(values) >= NEEDED_RATINGS else None, len(values))


def _values(
    items: Sequence[Item], readings: Sequence[Reading], versions: Mapping[str, ItemVersion]
) -> dict[date, float]:
    if len(items) == 1:
        return day_values(own_readings(items[0], readings, versions), items[0].version.combine)
    return loads(items, readings, versions)

"""Ratings that can be placed within a day: momentary ones, and windows of 6 hours or less.

By clinical.md, section 1, "Windows". Night items describe the night and not the hour of the check-in,
so they are never here; nor is what was logged for a day without a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from journal.model.entries import Reading, State
from journal.model.items import Asked, Item, ItemVersion
from journal.model.loads import load_readings, qualifies, readings_on, scale_of
from journal.model.quantiles import mean
from journal.model.reading_table import NO_VERSIONS

LONGEST_WINDOW_MIN = 360
MINUTE_MS = 60_000


class Moment(NamedTuple):
    """A value that stands for a time: `at_ms` when it was given, `covers_min` minutes back (0: now).

    `day` is the person's day, `local_min` the wall clock in minutes after midnight.
    """

    at_ms: int
    covers_min: int
    day: date
    local_min: int
    value: float

    @property
    def begun_ms(self) -> int:
        """When its window began."""
        return self.at_ms - self.covers_min * MINUTE_MS

    @property
    def middle_ms(self) -> float:
        """The middle of its window."""
        return self.at_ms - self.covers_min * MINUTE_MS / 2


def moments(
    items: Sequence[Item], readings: Sequence[Reading], versions: Mapping[str, ItemVersion] = NO_VERSIONS
) -> Iterator[Moment]:
    """The moments of one item, or, for several items, of their average symptom rating.

    Several items count once a check-in, by the same rule as for a day: at least 6 of them, and half of
    those asked, were answered.
    """
    daytime = [item for item in items if item.asked is not Asked.NIGHT]
    if len(items) == 1:
        rows = [row for item in daytime for row in own_readings(item, readings, versions)]
    else:
        found = load_readings(daytime, readings, versions).values()
        rows = [row for each in found for row in each if not row.short]
    for check_in in _by_check_in(rows):
        values = [row.value for row in check_in if row.state == State.RATED and row.value is not None]
        enough = bool(values) if len(items) == 1 else qualifies(len(values), len(check_in))
        first = check_in[0]
        if enough and first.local_min is not None:
            covers_min = 0 if first.now else first.covers_min or 0
            yield Moment(first.at_ms, covers_min, first.day, first.local_min, mean(values))


def own_readings(item: Item, readings: Sequence[Reading], versions: Mapping[str, ItemVersion]) -> list[Reading]:
    """The readings of one item on its newest scale; two scales are never averaged together."""
    newest = scale_of(item.version)
    own = [reading for reading in readings if reading.item_id == item.id]
    return readings_on(item, own, versions, lambda version: scale_of(version) == newest)


def _by_check_in(rows: Iterable[Reading]) -> list[list[Reading]]:
    grouped: defaultdict[str, list[Reading]] = defaultdict(list)
    for row in rows:
        if _placed_in_day(row):
            grouped[row.entry_id].append(row)
    return list(grouped.values())


def _placed_in_day(reading: Reading) -> bool:
    short = reading.covers_min is not None and reading.covers_min <= LONGEST_WINDOW_MIN
    return reading.local_min is not None and (reading.now or short)

"""An item's value for a day, from the ratings of that day.

The rule is clinical.md's, section 1, "Windows": ratings about the time since the last check-in are
averaged by the hours they cover; where there are only "now" ratings, their plain mean; "now" has no
weight beside windows. Items that combine by sum, last or max take every rating of the day. Night
items arrive with the day on which the night ended, so nothing is shifted here.

Only rated answers count. Unanswered, not applicable and not asked are no values, never 0.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from journal.model.entries import Reading, State
from journal.model.items import Combine
from journal.model.quantiles import mean


def readings_by_item(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    """The readings of each item by item id, in the order given."""
    grouped: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        grouped[reading.item_id].append(reading)
    return dict(grouped)


def day_values(readings: Iterable[Reading], combine: Combine) -> dict[date, float]:
    """The value of each day that has one, for the readings of a single item; days in order."""
    by_day: defaultdict[date, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.state == State.RATED and reading.value is not None:
            by_day[reading.day].append(reading)
    return {day: _combined(by_day[day], combine) for day in sorted(by_day)}


def _combined(readings: Sequence[Reading], combine: Combine) -> float:
    if len(readings) == 1:
        return _value(readings[0])
    if combine is Combine.MEAN:
        return _mean(readings)
    if combine is Combine.LAST:
        # The id settles two ratings of one instant, so that every computer answers the same.
        return _value(max(readings, key=lambda reading: (reading.at_ms, reading.entry_id)))
    values = [_value(reading) for reading in readings]
    return math.fsum(values) if combine is Combine.SUM else max(values)


def _mean(readings: Sequence[Reading]) -> float:
    windows = [reading for reading in readings if not reading.now]
    if not windows:
        return mean([_value(reading) for reading in readings])
    if len(windows) == 1:
        return _value(windows[0])  # not multiplied and divided again: what was answered stays exact
    # A window of unknown or no length still counts, with the least weight there is.
    weights = [reading.covers_min or 1 for reading in windows]
    total = math.fsum(_value(reading) * weight for reading, weight in zip(windows, weights, strict=True))
    return total / math.fsum(weights)


def _value(reading: Reading) -> float:
    return 0.0 if reading.value is None else float(reading.value)

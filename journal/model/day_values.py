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
    rated = State.RATED
    for reading in readings:
        if reading.value is not None and reading.state == rated:
            by_day[reading.day].append(reading)
    return {
        day: _combined(rows, combine) if len(rows := by_day[day]) > 1 else rows[0].value or 0.0
        for day in sorted(by_day)
    }


def _combined(readings: Sequence[Reading], combine: Combine) -> float:
    if combine is Combine.MEAN:
        return _mean(readings)
    if combine is Combine.LAST:
        # The id settles two ratings of one instant, so that every computer answers the same.
        return _values([max(readings, key=lambda reading: (reading.at_ms, reading.entry_id))])[0]
    values = _values(readings)
    return math.fsum(values) if combine is Combine.SUM else max(values)


def _mean(readings: Sequence[Reading]) -> float:
    products: list[float] = []
    value, minutes = 0.0, 0
    for reading in readings:
        if not reading.now:
            # A window of unknown or no length still counts, with the least weight there is.
            value, weight = reading.value or 0.0, reading.covers_min or 1
            products.append(value * weight)
            minutes += weight
    if len(products) <= 1:
        return value if products else mean(_values(readings))
    return math.fsum(products) / minutes


def _values(readings: Sequence[Reading]) -> list[float]:
    """The values of rated readings (none of which is None)."""
    return [reading.value or 0.0 for reading in readings]

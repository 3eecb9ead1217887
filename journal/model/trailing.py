"""The 7-day lines: a trailing mean for an item, trailing quartiles for the average symptom rating.

Trailing, by clinical.md, section 4: the seven days that end on a day, counted from days before the
period too; a centred line would fall three days before the session that it follows. Both need 4 of
the 7 days. A gap stays a gap.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from journal.model.quantiles import Quartiles, quartiles

WINDOW_DAYS = 7
NEEDED_DAYS = 4


def trailing_mean(
    values: Mapping[date, float], days: Sequence[date], window: int = WINDOW_DAYS, need: int = NEEDED_DAYS
) -> list[float | None]:
    """For each of `days` the mean of the `window` days that end on it; None under `need` of them."""
    return [math.fsum(found) / len(found) if len(found) >= need else None for found in _windows(values, days, window)]


def trailing_quartiles(
    values: Mapping[date, float], days: Sequence[date], window: int = WINDOW_DAYS, need: int = NEEDED_DAYS
) -> list[Quartiles | None]:
    """For each of `days` lower quartile, median and upper quartile of the days that end on it."""
    return [quartiles(found) if len(found) >= need else None for found in _windows(values, days, window)]


def _windows(values: Mapping[date, float], days: Sequence[date], window: int) -> Iterator[list[float]]:
    """The values that lie in the window of each day.

    Laid out on one list of consecutive days first, because ten years of a dozen items are drawn
    while the person waits, and a list is sliced faster than dates are added to.
    """
    if not days:
        return
    start = min(days).toordinal() - window + 1
    line: list[float | None] = [None] * (max(days).toordinal() - start + 1)
    for day, value in values.items():
        place = day.toordinal() - start
        if 0 <= place < len(line):
            line[place] = value
    for day in days:
        place = day.toordinal() - start
        yield [value for value in line[place - window + 1 : place + 1] if value is not None]

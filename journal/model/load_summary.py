"""The average symptom rating of a period, the symptoms high on a usual day, and ratings by step.

Two periods are compared over the items asked on at least half of the logged days in both
(clinical.md, section 4); under 6 such items nothing is said.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.model.entries import EntryStamp, Reading, State
from journal.model.figures import Change, Figures, Withheld, change, figures
from journal.model.loads import NEEDED_ITEMS, on_symptom_scale, symptom_items
from journal.model.periods import Period
from journal.model.quantiles import mean, median
from journal.model.reading_table import ReadingTable

HIGH = 3.0
"""A symptom "at 3 or 4" is one whose day value is at least this."""

Steps = tuple[int, int, int, int, int]
"""How many symptom ratings there are at each of the steps 0 to 4."""


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """The average symptom rating over `items` common items; `now` and `previous` are over days."""

    items: int
    now: Figures
    previous: Figures
    change: Change

    def as_json(self) -> dict[str, object]:
        """The load as `summary --json` gives it."""
        return {
            "n_days": self.now.n_days,
            "items": self.items,
            "mean": self.now.mean,
            "median": self.now.median,
            "previous": self.previous.as_json(),
            "change": self.change.value,
            "change_withheld": None if self.change.withheld is None else str(self.change.withheld),
        }


@dataclass(frozen=True, slots=True)
class UsualDay:
    """Symptoms at 3 or 4 on a usual day: the median count, of `of` items, over `n_days` days."""

    of: int
    n_days: int
    median: float | None
    previous_n_days: int
    previous_median: float | None

    def as_json(self) -> dict[str, object]:
        """The usual day as `summary --json` gives it."""
        previous = {"n_days": self.previous_n_days, "median": self.previous_median}
        return {"n_days": self.n_days, "median": self.median, "of": self.of, "previous": previous}


@dataclass(frozen=True, slots=True)
class StepCounts:
    """How many symptom ratings on 0–4 lie nearest to each step, in this period and the one before."""

    now: Steps
    previous: Steps

    def as_json(self) -> dict[str, object]:
        """The steps as `summary --json` gives them."""
        return {"now": list(self.now), "previous": list(self.previous)}


@dataclass(frozen=True, slots=True)
class CommonDays:
    """The days with an average symptom rating, in both periods, over the items common to both."""

    common: frozenset[str]
    now: tuple[Mapping[str, float], ...]
    previous: tuple[Mapping[str, float], ...]


def common_days(
    period: Period,
    asked: Mapping[str, set[date]],
    load_days: Mapping[date, Mapping[str, float]],
    stamps: Iterable[EntryStamp],
) -> CommonDays:
    """Find the common items and, for each day with an average symptom rating, their day values.

    `asked` as from `days_asked`, the days as from `load_days`. A day that rated enough other items but
    none of the common ones is left out.
    """
    logged = {stamp.day for stamp in stamps}
    common = frozenset(_usual_items(period, asked, logged) & _usual_items(period.before(), asked, logged))
    days = {
        day: {item_id: value for item_id, value in values.items() if item_id in common}
        for day, values in load_days.items()
    }
    return CommonDays(common, _values(days, period), _values(days, period.before()))


def load_summary(days: CommonDays) -> LoadSummary:
    """Mean and median of the average symptom rating, and its change."""
    count = len(days.common)
    if count < NEEDED_ITEMS:
        withheld = Change(withheld=Withheld.TOO_FEW_ITEMS)
        return LoadSummary(count, Figures(len(days.now)), Figures(len(days.previous)), withheld)
    now = figures([mean(values.values()) for values in days.now])
    previous = figures([mean(values.values()) for values in days.previous])
    return LoadSummary(count, now, previous, change(now, previous))


def usual_day(days: CommonDays) -> UsualDay:
    """How many of the common items stand at 3 or 4 on the middle day."""
    enough = len(days.common) >= NEEDED_ITEMS
    return UsualDay(
        of=len(days.common),
        n_days=len(days.now),
        median=_median_high(days.now) if enough else None,
        previous_n_days=len(days.previous),
        previous_median=_median_high(days.previous) if enough else None,
    )


def step_counts(period: Period, table: ReadingTable) -> StepCounts:
    """Count the ratings (not the days) of the symptom items by the nearest step, halves upwards."""
    rows = [row for item in symptom_items(table.items) for row in table.rows(item, on_symptom_scale)]
    return StepCounts(_steps(rows, period), _steps(rows, period.before()))


def _usual_items(period: Period, asked: Mapping[str, set[date]], logged: set[date]) -> set[str]:
    """The items asked on at least half of a period's logged days; all of them where none is logged."""
    within = {day for day in logged if day in period}
    return {item_id for item_id, days in asked.items() if 2 * len(days & within) >= len(within)}


def _values(days: Mapping[date, Mapping[str, float]], period: Period) -> tuple[Mapping[str, float], ...]:
    return tuple(values for day, values in days.items() if day in period and values)


def _median_high(days: Sequence[Mapping[str, float]]) -> float | None:
    return median([sum(value >= HIGH for value in values.values()) for values in days]) if days else None


def _steps(readings: Iterable[Reading], period: Period) -> Steps:
    first, last = period.first, period.last
    rated = Counter(
        reading.value for reading in readings if reading.state == State.RATED and first <= reading.day <= last
    )
    counts = [0] * 5
    for value, count in rated.items():
        if value is not None:
            counts[min(4, max(0, math.floor(value + 0.5)))] += count
    return counts[0], counts[1], counts[2], counts[3], counts[4]

"""Nightmares a week: count ÷ nights answered × 7, with n; none under 14 nights (clinical.md, section 1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.model.day_values import day_values
from journal.model.entries import Reading
from journal.model.items import Item
from journal.model.periods import Period
from journal.model.quantiles import mean

NEEDED_NIGHTS = 14
COUNT_KEY = "nightmares_count"
RATING_KEY = "nightmares"


@dataclass(frozen=True, slots=True)
class WeeklyRate:
    """So many a week over `nights` nights that were answered; `value` is None under 14."""

    value: float | None = None
    nights: int = 0

    def as_json(self) -> dict[str, object]:
        """The two fields by name."""
        return {"value": self.value, "nights": self.nights}


def nightmares_by_night(items: Sequence[Item], grouped: Mapping[str, Sequence[Reading]]) -> dict[date, float]:
    """How many nightmares in each night that was answered, by the day the night ended on; `grouped` by item id.

    The count is asked only when nightmares were rated above 0, so a night rated 0 had none. A night
    rated above 0 without a count was not answered.
    """
    by_key = {
        item.key: day_values(grouped.get(item.id, ()), item.version.combine)
        for item in items
        if item.key in (RATING_KEY, COUNT_KEY)
    }
    none = {night: 0.0 for night, value in by_key.get(RATING_KEY, {}).items() if value == 0}
    return none | by_key.get(COUNT_KEY, {})


def nightmares_per_week(nights: Mapping[date, float], period: Period) -> WeeklyRate:
    """The rate over the answered nights of a period."""
    counts = [count for night, count in nights.items() if night in period]
    return WeeklyRate(mean(counts) * 7 if len(counts) >= NEEDED_NIGHTS else None, len(counts))

"""The average symptom ratings of days, remembered while the journal is open: only in memory, never in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

Marks = tuple[bytes | None, bytes | None]
"""The marks of the entries that a day's rating is made of: those of the day before (its nights), and its own."""


class RememberedLoads:
    """The rating of each day, None for a day without one, beside the marks that it was reckoned under.

    Nobody needs to say that an entry changed: its day has other marks then. About 250 bytes a day that has
    entries. `back_to` is the day from which on all were gone through.
    """

    def __init__(self) -> None:
        self._items: int | None = None
        self._days: dict[date, tuple[Marks, float | None]] = {}
        self.back_to = date.max

    def as_of(self, items: int) -> None:
        """Forget everything if items have changed: `items` is their number of changes."""
        if items != self._items:
            self._items, self.back_to = items, date.max
            self._days.clear()

    def unknown(self, marks: Mapping[date, Marks]) -> list[date]:
        """The days that were not reckoned yet, or under other marks."""
        kept = self._days
        return [day for day, present in marks.items() if day not in kept or kept[day][0] != present]

    def keep(self, days: Iterable[date], marks: Mapping[date, Marks], loads: Mapping[date, float]) -> None:
        """Remember what was reckoned for these days."""
        for day in days:
            self._days[day] = (marks[day], loads.get(day))

    def among(self, days: Iterable[date]) -> dict[date, float]:
        """The ratings of those days that have one."""
        return {day: load for day in days if (load := self._days[day][1]) is not None}

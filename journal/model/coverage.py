"""How much of a period was logged: what a reader needs to know before any other number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.model.entries import EntryStamp
from journal.model.periods import Period


@dataclass(frozen=True, slots=True)
class Coverage:
    """Days logged of days possible, the longest gap between them in days, and the entries.

    `entered_later` counts entries made on a later day than the one they describe (an unknown
    made-time is not counted), `changed_later` those changed on a later day.
    """

    days_possible: int = 0
    days_logged: int = 0
    longest_gap_days: int = 0
    entries: int = 0
    entered_later: int = 0
    changed_later: int = 0


def coverage(period: Period, stamps: Iterable[EntryStamp], first_day: date | None, today: date) -> Coverage:
    """Count the entries of a period.

    `first_day` is the day of the journal's first entry (None: there is none): days possible begin
    there (clinical.md, section 4). They end today, or at the last entry if that lies later.
    """
    within = [stamp for stamp in stamps if stamp.day in period]
    logged = {stamp.day for stamp in within}
    possible = _possible(period, first_day, max([today, *logged]))
    return Coverage(
        days_possible=possible.length_days if possible else 0,
        days_logged=len(logged),
        longest_gap_days=_longest_gap(possible, logged) if possible else 0,
        entries=len(within),
        entered_later=sum(stamp.late for stamp in within),
        changed_later=sum(stamp.changed_later for stamp in within),
    )


def _possible(period: Period, first_day: date | None, latest: date) -> Period | None:
    if first_day is None:
        return None
    first, last = max(period.first, first_day), min(period.last, latest)
    return Period(first, last) if first <= last else None


def _longest_gap(possible: Period, logged: set[date]) -> int:
    longest = current = 0
    for day in possible.days():
        current = 0 if day in logged else current + 1
        longest = max(longest, current)
    return longest

"""The average symptom rating of days, reckoned once: a day's answers are read again only if its entries changed.

The answers of a month lie on as many pages of the encrypted file as it has entries, and each page has to be
decrypted; the marks of its days lie together.
"""

from __future__ import annotations

from datetime import date

from journal.app.day_series import day_series
from journal.app.journal import Journal
from journal.app.remembered_loads import Marks
from journal.model.periods import Period, moved
from journal.model.series import LOAD_KEY

DAYS_AT_ONCE = 31
"""So many days are gone through in one go: whatever else waits for the storage thread waits no longer than this."""


def day_loads(journal: Journal, days: Period) -> dict[date, float]:
    """The average symptom rating (0 to 4) of each day that has one, days in order."""
    kept = journal.remembered_loads
    kept.as_of(journal.store.items.changes)
    marks = _marks(journal, days)
    unknown = kept.unknown(marks)
    if unknown:
        series = day_series(journal, LOAD_KEY, Period(unknown[0], unknown[-1]))
        kept.keep(unknown, marks, series.day_values())
    return kept.among(marks)


def remember_more(journal: Journal) -> bool:
    """Go through the next days back, newest first, so that a date far off is read quickly; False after the last."""
    kept = journal.remembered_loads
    kept.as_of(journal.store.items.changes)
    days = journal.store.entries.days_before(kept.back_to, DAYS_AT_ONCE)
    if days:
        day_loads(journal, Period(days[-1], moved(days[0], 1)))  # answers about a night may count for the day after
        kept.back_to = days[-1]
    return len(days) == DAYS_AT_ONCE


def _marks(journal: Journal, days: Period) -> dict[date, Marks]:
    """The marks of each day that may have a rating, in order."""
    found = journal.store.entries.day_marks(moved(days.first, -1), days.last)
    among = sorted({day for each in found for day in (each, moved(each, 1)) if day in days})
    return {day: (found.get(moved(day, -1)), found.get(day)) for day in among}

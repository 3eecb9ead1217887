"""The report's numbers for a period."""

from __future__ import annotations

from journal.app.journal import Journal
from journal.model.items import Item
from journal.model.periods import Period
from journal.model.summary import Summary, build_summary


def summary(journal: Journal, period: Period, items: tuple[Item, ...] | None = None) -> Summary:
    """Count and average what was logged in the period, with the period before beside it."""
    before = period.before()
    return build_summary(
        period,
        items or journal.items(),
        journal.store.entries.readings(before.first, period.last),
        journal.store.entries.stamps(before.first, period.last),
        journal.store.entries.first_day(),
        journal.today(),
    )

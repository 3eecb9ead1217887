"""The report's numbers for a period."""

from __future__ import annotations

from journal.app.journal import Journal
from journal.model.items import ItemVersion
from journal.model.periods import Period
from journal.model.summary import Summary, build_summary
from journal.texts.items import ItemWords


def summary(journal: Journal, period: Period) -> Summary:
    """Count and average what was logged in the period, with the period before beside it."""
    before = period.before()
    stored = journal.store.entries
    return build_summary(
        period,
        journal.items(),
        stored.readings(before.first, period.last),
        stored.stamps(before.first, period.last),
        stored.first_day(),
        journal.today(),
        versions=versions(journal),
        label_of=ItemWords(journal.catalogue).item_label,
    )


def versions(journal: Journal) -> dict[str, ItemVersion]:
    """Every item version of the journal by id, the shipped ones included."""
    found = {version.id: version for row in journal.store.items.all() for version in row.versions}
    return {item.version.id: item.version for item in journal.items()} | found

"""The report's numbers for a period."""

from __future__ import annotations

from dataclasses import replace

from journal.app.item_versions import versions
from journal.app.journal import Journal
from journal.app.treatment_summaries import treatment_summary
from journal.model.periods import Period
from journal.model.summary import Summary, build_summary
from journal.texts.items import ItemWords


def summary(journal: Journal, period: Period) -> Summary:
    """Count and average what was logged in the period, with the period before beside it.

    Sessions, medicines and ratings since a session are those of the period.
    """
    before = period.before()
    stored = journal.store.entries
    found = build_summary(
        period,
        journal.items(),
        stored.readings(before.first, period.last),
        stored.stamps(before.first, period.last),
        stored.first_day(),
        journal.today(),
        versions=versions(journal),
        label_of=ItemWords(journal.catalogue).item_label,
    )
    return replace(found, treatment=treatment_summary(journal, period))

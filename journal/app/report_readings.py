"""What every part of a report is reckoned from: the readings of its period and of what comes before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from journal.app.item_versions import versions as all_versions
from journal.app.journal import Journal
from journal.model.day_values import readings_by_item
from journal.model.entries import EntryStamp, Reading
from journal.model.items import Item, ItemVersion
from journal.model.periods import Period
from journal.model.summary import Summary, build_summary
from journal.model.trailing import WINDOW_DAYS
from journal.report.request import Part, ReportRequest
from journal.texts.items import ItemWords


@dataclass(frozen=True, slots=True)
class ReportReadings:
    """Read once for all parts. `line_start` is the first day that a 7-day line looks back to."""

    request: ReportRequest
    words: ItemWords
    items: tuple[Item, ...]
    versions: dict[str, ItemVersion]
    readings: list[Reading]
    by_item: dict[str, list[Reading]]
    stamps: list[EntryStamp]
    first_day: date | None
    line_start: date
    summary: Summary

    @property
    def period(self) -> Period:
        """The days of the report."""
        return self.request.period

    @property
    def compare(self) -> bool:
        """Whether the period before is wanted beside it."""
        return self.request.has(Part.COMPARISON)


def read(journal: Journal, request: ReportRequest) -> ReportReadings:
    """Read the period, the period before, and the days that lines look back to."""
    period, stored = request.period, journal.store.entries
    before, words = period.before(), ItemWords(journal.catalogue)
    line_start = period.first - timedelta(days=WINDOW_DAYS - 1)
    readings = stored.readings(min(before.first, line_start), period.last)
    stamps = stored.stamps(before.first, period.last)
    items, versions, first_day = journal.items(), all_versions(journal), stored.first_day()
    summary = build_summary(
        period,
        items,
        readings,
        stamps,
        first_day,
        journal.today(),
        versions=versions,
        label_of=words.item_label,
    )
    by_item = readings_by_item(readings)
    return ReportReadings(request, words, items, versions, readings, by_item, stamps, first_day, line_start, summary)

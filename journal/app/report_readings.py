"""What every part of a report is reckoned from: the readings of its period and of what comes before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.app.item_versions import versions as all_versions
from journal.app.journal import Journal
from journal.model.entries import EntryStamp, Reading
from journal.model.goals import Goal
from journal.model.items import Item, ItemVersion
from journal.model.loads import days_asked, table_load_days
from journal.model.periods import Period
from journal.model.reading_table import ReadingTable
from journal.model.summary import Summary, table_summary
from journal.model.trailing import WINDOW_DAYS
from journal.report.request import Part, ReportRequest
from journal.texts.items import ItemWords


@dataclass(frozen=True, slots=True)
class ReportReadings:
    """Read and reckoned once for all parts. `line_start` is the first day that a 7-day line looks back to.

    `goals` are the own goals by the id of their item.
    """

    request: ReportRequest
    words: ItemWords
    table: ReadingTable
    load_days: Mapping[date, Mapping[str, float]]
    readings: list[Reading]
    stamps: list[EntryStamp]
    first_day: date | None
    line_start: date
    summary: Summary
    goals: Mapping[str, Goal]

    @property
    def period(self) -> Period:
        """The days of the report."""
        return self.request.period

    @property
    def compare(self) -> bool:
        """Whether the period before is wanted beside it."""
        return self.request.has(Part.COMPARISON)

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the journal."""
        return self.table.items

    @property
    def versions(self) -> Mapping[str, ItemVersion]:
        """All their versions by id."""
        return self.table.versions


def read(journal: Journal, request: ReportRequest) -> ReportReadings:
    """Read the period, the period before, and the days that lines look back to."""
    period, stored = request.period, journal.store.entries
    before, words = period.before(), ItemWords(journal.catalogue)
    line_start = period.first - timedelta(days=WINDOW_DAYS - 1)
    readings = stored.readings(min(before.first, line_start), period.last)
    stamps, first_day = stored.stamps(before.first, period.last), stored.first_day()
    table = ReadingTable(journal.items(), readings, all_versions(journal))
    load_days = table_load_days(table, days_asked(table))
    summary = table_summary(
        period, table, stamps, first_day, journal.today(), load_days=load_days, label_of=words.item_label
    )
    goals = {goal.item_id: goal for goal in journal.store.goals.all()}
    return ReportReadings(request, words, table, load_days, readings, stamps, first_day, line_start, summary, goals)

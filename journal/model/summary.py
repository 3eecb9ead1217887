"""The numbers of a period beside the period before: the same for report, window and command line.

`Summary.as_json` gives exactly what `summary --json` prints. Numbers are not rounded here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.model.coverage import Coverage, coverage
from journal.model.entries import EntryStamp, Reading
from journal.model.item_summary import ItemSummary, table_item_summary
from journal.model.items import Item, ItemVersion
from journal.model.load_summary import (
    LoadSummary,
    StepCounts,
    UsualDay,
    common_days,
    load_summary,
    step_counts,
    usual_day,
)
from journal.model.loads import days_asked, table_load_days
from journal.model.nightmares import WeeklyRate, nightmares_by_night, nightmares_per_week
from journal.model.periods import Period
from journal.model.reading_table import NO_VERSIONS, ReadingTable
from journal.model.treatment_summary import TreatmentSummary


@dataclass(frozen=True, slots=True)
class Summary:
    """A period against the one before, which has the same number of days and is adjacent.

    `treatment` is None where only what was logged was asked for.
    """

    period: Period
    coverage: Coverage
    load: LoadSummary
    steps: StepCounts
    usual_day: UsualDay
    nightmares: WeeklyRate
    nightmares_before: WeeklyRate
    items: tuple[ItemSummary, ...]
    treatment: TreatmentSummary | None = None

    @property
    def previous(self) -> Period:
        """The period before."""
        return self.period.before()

    def item(self, key: str) -> ItemSummary | None:
        """One item's part, or None if it was not asked in either period."""
        return next((part for part in self.items if part.item.key == key), None)

    def as_json(self) -> dict[str, object]:
        """The whole as `summary --json` gives it."""
        return {
            "period": _period_json(self.period),
            "previous": _period_json(self.previous),
            "days_possible": self.coverage.days_possible,
            "days_logged": self.coverage.days_logged,
            "longest_gap_days": self.coverage.longest_gap_days,
            "entries": self.coverage.entries,
            "entered_later": self.coverage.entered_later,
            "changed_later": self.coverage.changed_later,
            "load": self.load.as_json(),
            "steps": self.steps.as_json(),
            "usual_day": self.usual_day.as_json(),
            "nightmares_per_week": {**self.nightmares.as_json(), "previous": self.nightmares_before.as_json()},
            "items": [item.as_json() for item in self.items],
            **(self.treatment.as_json() if self.treatment else {}),
        }


def own_label(item: Item) -> str:
    """The label of the item's version, or its key: for callers without the catalogue's words."""
    return item.version.label or item.key


def build_summary(
    period: Period,
    items: Sequence[Item],
    readings: Sequence[Reading],
    stamps: Sequence[EntryStamp],
    first_day: date | None,
    today: date,
    *,
    versions: Mapping[str, ItemVersion] = NO_VERSIONS,
    label_of: Callable[[Item], str] = own_label,
) -> Summary:
    """Summarise a period and the one before.

    `readings` and `stamps` are those of both periods; others are left out. `first_day` is the day of
    the journal's first entry, None in an empty journal. `versions` holds item versions by id, so
    that a changed scale is seen; without it every reading is taken to be on its item's newest scale.
    """
    first, last = period.before().first, period.last
    within = [reading for reading in readings if first <= reading.day <= last]
    return table_summary(period, ReadingTable(items, within, versions), stamps, first_day, today, label_of=label_of)


def table_summary(
    period: Period,
    table: ReadingTable,
    stamps: Sequence[EntryStamp],
    first_day: date | None,
    today: date,
    *,
    load_days: Mapping[date, Mapping[str, float]] | None = None,
    label_of: Callable[[Item], str] = own_label,
) -> Summary:
    """The same of readings that are grouped already; days beside the two periods are left out.

    `load_days` are those of the table, where the caller has reckoned them for something else too.
    """
    asked = days_asked(table)
    known = table_load_days(table, asked) if load_days is None else load_days
    days = common_days(period, asked, known, stamps)
    nights = nightmares_by_night(table.items, table.by_item)
    return Summary(
        period=period,
        coverage=coverage(period, stamps, first_day, today),
        load=load_summary(days),
        steps=step_counts(period, table),
        usual_day=usual_day(days),
        nightmares=nightmares_per_week(nights, period),
        nightmares_before=nightmares_per_week(nights, period.before()),
        items=tuple(_item_summaries(period, table, label_of)),
    )


def _item_summaries(period: Period, table: ReadingTable, label_of: Callable[[Item], str]) -> Iterable[ItemSummary]:
    first, last = period.before().first, period.last
    for item in table.items:
        if any(first <= row.day <= last for row in table.by_item.get(item.id, ())):
            yield table_item_summary(item, label_of(item), period, table)


def _period_json(period: Period) -> dict[str, object]:
    return {"from": period.first.isoformat(), "to": period.last.isoformat(), "days": period.length_days}

"""The values that the statistics of treatment work on: of one item, or the average symptom rating.

Two scales are never mixed: only ratings on the item's newest scale take part, and `changed_days` says
which days have ratings on another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journal.app.item_versions import versions
from journal.app.journal import Journal
from journal.model.day_values import day_values
from journal.model.entries import Reading, State
from journal.model.items import Asked, Better, Item, ItemVersion
from journal.model.loads import loads, readings_on, scale_of, version_of
from journal.model.moments import Moment, moments
from journal.model.periods import Period
from journal.model.series import LOAD_KEY
from journal.texts.items import ItemWords
from journal.texts.trends import load_label


@dataclass(frozen=True, slots=True)
class DaySeries:
    """One item, or the average symptom rating, over some days, with the readings it is made of."""

    key: str
    label: str
    better: Better
    items: tuple[Item, ...]
    readings: tuple[Reading, ...]
    versions: Mapping[str, ItemVersion]

    @property
    def of_night(self) -> bool:
        """Whether it describes the night, and so has no hour."""
        return len(self.items) == 1 and self.items[0].asked is Asked.NIGHT

    def day_values(self) -> Mapping[date, float]:
        """The value of each day that has one."""
        if self.key == LOAD_KEY:
            return loads(self.items, self.readings, self.versions)
        item = self.items[0]
        newest = scale_of(item.version)
        rows = readings_on(item, self.readings, self.versions, lambda version: scale_of(version) == newest)
        return day_values(rows, item.version.combine)

    def changed_days(self) -> frozenset[date]:
        """The days on which the item was rated on another scale than its newest."""
        if self.key == LOAD_KEY:
            return frozenset()
        item = self.items[0]
        newest = scale_of(item.version)
        return frozenset(
            row.day
            for row in self.readings
            if row.state == State.RATED and scale_of(version_of(row, item, self.versions)) != newest
        )

    def moments(self) -> tuple[Moment, ...]:
        """Momentary ratings and windows of 6 hours or less."""
        return tuple(moments(self.items, self.readings, self.versions))


def day_series(journal: Journal, key: str, days: Period) -> DaySeries:
    """Read one item, or the average symptom rating, over some days. Raises UnknownItem."""
    if key == LOAD_KEY:
        items = tuple(item for item in journal.items() if item.symptom)
        label, better = load_label(), Better.LOWER
    else:
        item = journal.item(key)
        items, label, better = (item,), ItemWords(journal.catalogue).item_label(item), item.version.better
    rows = journal.store.entries.readings(days.first, days.last, [item.id for item in items])
    return DaySeries(key, label, better, items, tuple(rows), versions(journal))


def whole_reach(journal: Journal) -> Period:
    """From the first entry to today."""
    today = journal.today()
    return Period(min(journal.store.entries.first_day() or today, today), today)

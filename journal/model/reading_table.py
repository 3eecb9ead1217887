"""Readings of some days, grouped by item once, with each item's day values reckoned once.

A summary looks at every item several times: this period, the one before, the lines, the average
symptom rating. A day's value depends on that day alone, so all of them are cut from the same days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from journal.model.day_values import day_values, readings_by_item
from journal.model.entries import Reading
from journal.model.items import Combine, Item, ItemVersion

NO_VERSIONS: Mapping[str, ItemVersion] = MappingProxyType({})
"""For callers that know of no older versions: every reading is on the item's newest scale."""

Fits = Callable[[ItemVersion], bool]
"""Whether ratings made with a version take part."""


class ReadingTable:
    """The readings of several items. What it hands out is shared and must not be changed."""

    def __init__(
        self, items: Iterable[Item], readings: Iterable[Reading], versions: Mapping[str, ItemVersion] = NO_VERSIONS
    ) -> None:
        self.items = tuple(items)
        self.versions = versions
        self.by_item = readings_by_item(readings)
        self._version_ids: dict[str, frozenset[str]] = {}
        self._rows: dict[tuple[str, frozenset[str]], list[Reading]] = {}
        self._days: dict[tuple[str, frozenset[str], Combine], dict[date, float]] = {}

    def rows(self, item: Item, fits: Fits) -> list[Reading]:
        """The readings of an item that were made with versions that fit, in the order given."""
        return self._rows_of(item, self._fitting(item, fits))

    def days(self, item: Item, fits: Fits, combine: Combine) -> Mapping[date, float]:
        """The day values of the readings that fit, over all days; days in order."""
        fitting = self._fitting(item, fits)
        key = (item.id, fitting, combine)
        if key not in self._days:
            self._days[key] = day_values(self._rows_of(item, fitting), combine)
        return self._days[key]

    def _rows_of(self, item: Item, fitting: frozenset[str]) -> list[Reading]:
        key = (item.id, fitting)
        if key not in self._rows:
            all_rows = self.by_item.get(item.id, [])
            whole = fitting == self._versions_of(item)
            self._rows[key] = all_rows if whole else [row for row in all_rows if row.version_id in fitting]
        return self._rows[key]

    def _fitting(self, item: Item, fits: Fits) -> frozenset[str]:
        """Asks once a version, for there are few."""
        return frozenset(
            version_id for version_id in self._versions_of(item) if fits(self.versions.get(version_id, item.version))
        )

    def _versions_of(self, item: Item) -> frozenset[str]:
        if item.id not in self._version_ids:
            self._version_ids[item.id] = frozenset({row.version_id for row in self.by_item.get(item.id, ())})
        return self._version_ids[item.id]

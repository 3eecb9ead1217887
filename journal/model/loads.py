"""The average symptom rating of a day (`load`): this journal's own summary, not a test score.

By clinical.md, section 4: the mean of the day values of the symptom items (clusters B to E, anxiety,
unreal) on the 0–4 scale. A day has one only if the full list was asked and at least half of it, and
at least 6 items, were answered. Short forms ask no full list, however many questions they have. Own
items on other scales, and symptom items that were given another scale, take no part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

from journal.model.day_values import readings_by_item
from journal.model.entries import Reading
from journal.model.items import Item, ItemVersion, Kind
from journal.model.quantiles import mean
from journal.model.reading_table import NO_VERSIONS, ReadingTable

NEEDED_ITEMS = 6


def version_of(reading: Reading, item: Item, versions: Mapping[str, ItemVersion]) -> ItemVersion:
    """The version a reading was made with; the newest one where `versions` does not hold it."""
    return versions.get(reading.version_id, item.version)


def readings_on(
    item: Item, readings: Sequence[Reading], versions: Mapping[str, ItemVersion], fits: Callable[[ItemVersion], bool]
) -> list[Reading]:
    """Those readings of an item whose version fits. Asks once a version, for there are few."""
    fitting = {
        version_id: fits(versions.get(version_id, item.version))
        for version_id in {reading.version_id for reading in readings}
    }
    if all(fitting.values()):
        return list(readings)
    return [reading for reading in readings if fitting[reading.version_id]]


def scale_of(version: ItemVersion) -> tuple[object, ...]:
    """What makes two ratings comparable: kind, both ends and direction. Only to be compared."""
    return version.kind, version.minimum, version.maximum, version.better


def on_symptom_scale(version: ItemVersion) -> bool:
    """True on the one scale that the average symptom rating is made of, 0 to 4."""
    return version.kind is Kind.SCALE and version.minimum == 0 and version.maximum == 4


def load_readings(
    items: Sequence[Item], readings: Iterable[Reading], versions: Mapping[str, ItemVersion] = NO_VERSIONS
) -> dict[str, list[Reading]]:
    """The readings on 0–4 of each symptom item, by item id, in the order of `items`."""
    grouped = readings_by_item(readings)
    found = {
        item.id: readings_on(item, grouped.get(item.id, ()), versions, on_symptom_scale)
        for item in symptom_items(items)
    }
    return {item_id: rows for item_id, rows in found.items() if rows}


def load_days(
    items: Sequence[Item], readings: Iterable[Reading], versions: Mapping[str, ItemVersion] = NO_VERSIONS
) -> dict[date, dict[str, float]]:
    """The days that have an average symptom rating, in order, each with its day values by item id."""
    table = ReadingTable(items, readings, versions)
    return table_load_days(table, days_asked(table))


def days_asked(table: ReadingTable) -> dict[str, set[date]]:
    """The days on which the full list asked each symptom item on 0–4, by item id, in the order of the items."""
    found = {
        item.id: {reading.day for reading in table.rows(item, on_symptom_scale) if not reading.short}
        for item in symptom_items(table.items)
    }
    return {item_id: days for item_id, days in found.items() if days}


def table_load_days(table: ReadingTable, asked: Mapping[str, set[date]]) -> dict[date, dict[str, float]]:
    """The same as `load_days` of readings that are grouped already; `asked` as from `days_asked`."""
    asked_on = Counter(chain.from_iterable(asked.values()))
    values: defaultdict[date, dict[str, float]] = defaultdict(dict)
    for item in symptom_items(table.items):
        for day, value in table.days(item, on_symptom_scale, item.version.combine).items():
            values[day][item.id] = value
    return {day: values[day] for day in sorted(values) if qualifies(len(values[day]), asked_on[day])}


def symptom_items(items: Iterable[Item]) -> list[Item]:
    """The items that the average symptom rating is made of."""
    return [item for item in items if item.symptom and on_symptom_scale(item.version)]


def qualifies(rated: int, asked: int) -> bool:
    """Whether a day has an average symptom rating: 6 items rated, and half of those on the full list."""
    return rated >= NEEDED_ITEMS <= asked and 2 * rated >= asked


def loads(
    items: Sequence[Item], readings: Iterable[Reading], versions: Mapping[str, ItemVersion] = NO_VERSIONS
) -> dict[date, float]:
    """The average symptom rating (0 to 4) of each day that has one, days in order."""
    return day_loads(load_days(items, readings, versions))


def day_loads(days: Mapping[date, Mapping[str, float]]) -> dict[date, float]:
    """The average symptom rating of each day, from its day values by item id."""
    return {day: mean(values.values()) for day, values in days.items()}

"""One item over a period: its figures, its missing answers, and the change since the period before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.model.entries import Reading, State
from journal.model.figures import Change, Figures, Withheld, change, figures
from journal.model.items import Better, Item, ItemVersion, Kind
from journal.model.loads import scale_of, version_of
from journal.model.periods import Period
from journal.model.reading_table import Fits, ReadingTable


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """One item of a summary. `version` is the form that its ratings of this period were made with.

    `now` and `previous` are over day values, `minimum` and `maximum` too. `days_high` counts days at
    or above three quarters of the scale where higher is worse, `days_low` days at or below one
    quarter where higher is better; neither for counts, hours and yes/no (clinical.md, section 4).
    """

    item: Item
    label: str
    version: ItemVersion
    now: Figures
    n_ratings: int
    unanswered: int
    not_applicable: int
    minimum: float | None
    maximum: float | None
    days_high: int | None
    days_low: int | None
    previous: Figures
    change: Change

    def as_json(self) -> dict[str, object]:
        """The item as `summary --json` gives it."""
        scale = {"min": self.version.minimum, "max": self.version.maximum, "better": str(self.version.better)}
        return {
            "key": self.item.key,
            "label": self.label,
            "scale": scale,
            "combine": str(self.version.combine),
            "n_days": self.now.n_days,
            "n_ratings": self.n_ratings,
            "unanswered": self.unanswered,
            "not_applicable": self.not_applicable,
            "mean": self.now.mean,
            "median": self.now.median,
            "min": self.minimum,
            "max": self.maximum,
            "days_high": self.days_high,
            "days_low": self.days_low,
            "previous": self.previous.as_json(),
            "change": self.change.value,
            "change_withheld": None if self.change.withheld is None else str(self.change.withheld),
        }


def item_summary(
    item: Item, label: str, period: Period, readings: Sequence[Reading], versions: Mapping[str, ItemVersion]
) -> ItemSummary:
    """Summarise one item's readings of a period and of the period before it.

    Ratings on two scales are never averaged together: in each period those on its latest scale
    count. Where the two periods' scales differ, the earlier mean and median are left out as well,
    for they would be read on this period's scale.
    """
    return table_item_summary(item, label, period, ReadingTable((item,), readings, versions))


def table_item_summary(item: Item, label: str, period: Period, table: ReadingTable) -> ItemSummary:
    """The same of readings that are grouped already; the item has some in either period."""
    readings = table.by_item[item.id]
    within = _between(readings, period)
    earlier = _between(readings, period.before())
    version = _latest_version(item, within or earlier, table.versions)
    fits = _on(scale_of(version))
    values = _cut(table.days(item, fits, version.combine), period)
    rated = [row for row in _between(table.rows(item, fits), period) if row.state == State.RATED]
    now = figures(values.values())
    previous, changed = _previous(item, version, now, earlier, period, table)
    days_high, days_low = _extreme_days(version, values)
    return ItemSummary(
        item=item,
        label=label,
        version=version,
        now=now,
        n_ratings=len(rated),
        unanswered=sum(reading.state == State.UNANSWERED for reading in within),
        not_applicable=sum(reading.state == State.NOT_APPLICABLE for reading in within),
        minimum=min(values.values(), default=None),
        maximum=max(values.values(), default=None),
        days_high=days_high,
        days_low=days_low,
        previous=previous,
        change=changed,
    )


def _previous(
    item: Item, version: ItemVersion, now: Figures, earlier: Sequence[Reading], period: Period, table: ReadingTable
) -> tuple[Figures, Change]:
    before = _latest_version(item, earlier, table.versions) if earlier else version
    values = _cut(table.days(item, _on(scale_of(before)), version.combine), period.before())
    if scale_of(before) != scale_of(version):
        return Figures(len(values)), Change(withheld=Withheld.SCALE_CHANGED)
    previous = figures(values.values())
    return previous, change(now, previous)


def _latest_version(item: Item, readings: Sequence[Reading], versions: Mapping[str, ItemVersion]) -> ItemVersion:
    return version_of(max(readings, key=lambda reading: (reading.day, reading.at_ms)), item, versions)


def _on(scale: tuple[object, ...]) -> Fits:
    return lambda version: scale_of(version) == scale


def _cut(days: Mapping[date, float], period: Period) -> dict[date, float]:
    first, last = period.first, period.last
    return {day: value for day, value in days.items() if first <= day <= last}


def _between(readings: Sequence[Reading], period: Period) -> list[Reading]:
    first, last = period.first, period.last
    return [reading for reading in readings if first <= reading.day <= last]


def _extreme_days(version: ItemVersion, values: Mapping[date, float]) -> tuple[int | None, int | None]:
    if version.kind is not Kind.SCALE or version.maximum is None:
        return None, None
    span = version.maximum - version.minimum
    if version.better is Better.LOWER:
        return sum(value >= version.minimum + 0.75 * span for value in values.values()), None
    if version.better is Better.HIGHER:
        return None, sum(value <= version.minimum + 0.25 * span for value in values.values())
    return None, None

"""What an import will do with each item of a mapping, once the journal's own items are known.

An item that exists keeps its scale, words and direction: a mapping with others needs
`rescale = true` or a new key. An item that does not exist is made as the mapping says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NoReturn

from journal.exchange import mapping_faults as faults
from journal.exchange.drafts import NewItem, RatingDraft
from journal.exchange.table_mapping import ItemMapping, Once, TableMapping
from journal.model.errors import InvalidMapping
from journal.model.items import Asked, Better, Item, ItemVersion, Kind

MOST_STEPS = 101
_USUAL: Mapping[Kind, tuple[float, float | None, float]] = {
    Kind.COUNT: (0.0, None, 1.0),
    Kind.HOURS: (0.0, 24.0, 0.25),
    Kind.YES_NO: (0.0, 1.0, 1.0),
}
YES_NO_WORDS: Mapping[str, float] = {"yes": 1, "no": 0, "true": 1, "false": 0, "y": 1, "n": 0}


@dataclass(frozen=True, slots=True)
class Rescale:
    """The straight line from the file's scale to the item's; `flip` where better is the other end."""

    low: float
    high: float
    to_low: float
    to_high: float
    flip: bool = False

    def __call__(self, raw: float) -> float:
        """The value on the item's scale."""
        share = (raw - self.low) / (self.high - self.low)
        if self.flip:
            share = 1.0 - share
        return self.to_low + share * (self.to_high - self.to_low)


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One item of the file: where it stands, what it may hold, and what becomes of its numbers."""

    name: str
    key: str
    minimum: float
    maximum: float | None
    kind: Kind = Kind.SCALE
    once: Once = Once.ROW
    words: Mapping[str, float] = field(default_factory=dict, hash=False)
    rescale: Rescale | None = None

    def rating(self, number: float) -> RatingDraft:
        """The rating that a number of the file makes."""
        if self.rescale is None:
            return RatingDraft(self.key, number)
        return RatingDraft(self.key, self.rescale(number), number)


@dataclass(frozen=True, slots=True)
class TablePlan:
    """The items of a mapping, ready to read with, and those that have to be made first."""

    items: tuple[PlannedItem, ...]
    made: tuple[NewItem, ...]


def plan_table(mapping: TableMapping, existing: Iterable[Item], path: str = "") -> TablePlan:
    """Settle each item of the mapping against the journal's items. Raises InvalidMapping."""
    known = {item.key: item for item in existing}
    items: list[PlannedItem] = []
    made: list[NewItem] = []
    for n, wanted in enumerate(mapping.items, 1):
        place = _Place(path, f"item {n}")
        item = known.get(wanted.key)
        if item is None:
            new = new_item(wanted, place)
            made.append(new)
            items.append(_planned(wanted, new.kind, new.minimum, new.maximum))
        else:
            items.append(_onto(wanted, item.version, place))
        _check_words(items[-1], place)
    named = {item.name for item in mapping.items}
    made_by_key = {new.key: new for new in made}
    for name, key in mapping.names.items():
        if key and name not in named:
            items.append(_named(name, key, known, made_by_key, _Place(path, "names")))
    return TablePlan(tuple(items), tuple(made))


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the mapping file, for error sentences."""

    path: str
    name: str

    def fail(self, key: str, reason: str) -> NoReturn:
        raise InvalidMapping(path=self.path, where=f"{self.name}.{key}", reason=reason)


def new_item(wanted: ItemMapping, place: _Place) -> NewItem:
    """The item that a mapping describes. Raises InvalidMapping when its scale is not given or can't be."""
    if wanted.rescale:
        place.fail(f"key = {wanted.key}", faults.NO_ITEM)
    kind = wanted.kind or Kind.SCALE
    low, high, step = _USUAL.get(kind, (None, None, 1.0))
    low = wanted.minimum if wanted.minimum is not None else low
    high = wanted.maximum if wanted.maximum is not None else high
    step = wanted.step or step
    if low is None or (high is None and kind is Kind.SCALE):
        place.fail("min" if low is None else "max", faults.NEEDS_SCALE)
    if high is not None and (low >= high or (kind is Kind.SCALE and (high - low) / step + 1 > MOST_STEPS)):
        place.fail("max", faults.TOO_MANY_STEPS if low < high else faults.NOT_ABOVE_MIN)
    better = wanted.better or (Better.LOWER if kind is Kind.SCALE else Better.NONE)
    label = wanted.label or wanted.name
    asked = wanted.asked or Asked.EVERY
    return NewItem(wanted.key, label.strip()[:80] or wanted.key, kind, low, high, step, better, wanted.combine, asked)


def _planned(wanted: ItemMapping, kind: Kind, low: float, high: float | None) -> PlannedItem:
    words = {**(YES_NO_WORDS if kind is Kind.YES_NO else {}), **wanted.words}
    return PlannedItem(wanted.name, wanted.key, low, high, kind, wanted.once, words)


def _onto(wanted: ItemMapping, version: ItemVersion, place: _Place) -> PlannedItem:
    """Plan for an item that exists."""
    if wanted.rescale:
        return _rescaled(wanted, version, place)
    _check_same(wanted, version, place)
    low = version.minimum if wanted.minimum is None else wanted.minimum
    high = version.maximum if wanted.maximum is None else wanted.maximum
    return _planned(wanted, version.kind, low, high)


def _check_same(wanted: ItemMapping, version: ItemVersion, place: _Place) -> None:
    """Refuse a mapping whose scale or direction is not that of the item."""
    if wanted.kind is not None and wanted.kind is not version.kind:
        place.fail("kind", faults.OTHER_KIND)
    if wanted.minimum is not None and not _low_fits(wanted.minimum, version):
        place.fail("min", faults.OTHER_SCALE)
    if wanted.maximum is not None and not _high_fits(wanted.maximum, version):
        place.fail("max", faults.OTHER_SCALE)
    if wanted.better is not None and wanted.better is not version.better:
        place.fail("better", faults.OTHER_SCALE)
    if wanted.combine is not None and wanted.combine is not version.combine:
        place.fail("combine", faults.OTHER_COMBINE)


def _low_fits(low: float, version: ItemVersion) -> bool:
    return low == version.minimum or (version.kind in (Kind.COUNT, Kind.HOURS) and low >= version.minimum)


def _high_fits(high: float, version: ItemVersion) -> bool:
    """Counts and hours may be said to end earlier than the item allows: that limits what is read."""
    if high == version.maximum:
        return True
    return version.kind in (Kind.COUNT, Kind.HOURS) and (version.maximum is None or high <= version.maximum)


def _rescaled(wanted: ItemMapping, version: ItemVersion, place: _Place) -> PlannedItem:
    if wanted.minimum is None or wanted.maximum is None:
        place.fail("min" if wanted.minimum is None else "max", faults.RESCALE_NEEDS_SCALE)
    if version.kind is Kind.YES_NO and wanted.kind is not Kind.YES_NO:
        place.fail("rescale", faults.YES_OR_NO)
    if version.maximum is None:
        place.fail("rescale", faults.OPEN_SCALE)
    flip = {wanted.better, version.better} == {Better.LOWER, Better.HIGHER}
    line = Rescale(wanted.minimum, wanted.maximum, version.minimum, version.maximum, flip)
    planned = _planned(wanted, wanted.kind or version.kind, wanted.minimum, wanted.maximum)
    return replace(planned, rescale=line)


def _named(name: str, key: str, known: Mapping[str, Item], made: Mapping[str, NewItem], place: _Place) -> PlannedItem:
    """Plan for a further name of a long table, which says nothing of its scale: it is the item's own."""
    if key in known:
        version = known[key].version
        return _planned(ItemMapping(name, key), version.kind, version.minimum, version.maximum)
    if key in made:
        return _planned(ItemMapping(name, key), made[key].kind, made[key].minimum, made[key].maximum)
    return place.fail(f"{name} = {key}", faults.NO_ITEM)


def _check_words(item: PlannedItem, place: _Place) -> None:
    for word, number in item.words.items():
        if number < item.minimum or (item.maximum is not None and number > item.maximum):
            place.fail(f"words.{word}", faults.WORD_OUTSIDE)

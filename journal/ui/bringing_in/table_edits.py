"""What a person changes in a table's mapping, one column at a time. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journal.exchange.diaries.naming import NameAnswer
from journal.exchange.table_mapping import DoseMapping, ItemMapping, Layout, Once, TableMapping, TimeColumn, Unit
from journal.exchange.table_names import Seen, drafted_item, free_key, scale_for
from journal.exchange.table_template import time_column
from journal.model.items import Better, Item, Kind
from journal.texts.numbers import parse_number
from journal.ui.bringing_in.table_look import TableLook

OUT, NEW = "", "+"
DATE, TIME, MOMENT, ZONE = "@date", "@time", "@datetime", "@zone"
NOTE, DOSE, NAMES, VALUES = "@note", "@dose", "@names", "@values"
"""What a column can be beside an item that exists, which stands by its key."""

SECONDS, MILLISECONDS = "seconds", "milliseconds"
"""Numbers that count time, as they stand among the ways to write it."""

LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class ItemFields:
    """What is typed of the item of a column, as text. `low` and `high` are the file's own scale."""

    label: str = ""
    kind: Kind = Kind.SCALE
    low: str = ""
    high: str = ""
    better: Better = Better.NONE
    words: str = ""
    once: bool = False


def way_of(mapping: TableMapping, column: str, known: Iterable[str]) -> str:
    """What a column is in a mapping."""
    for way, time in ((DATE, mapping.date), (TIME, mapping.time), (MOMENT, mapping.moment)):
        if time is not None and time.column == column:
            return way
    if mapping.layout is Layout.LONG and column in (mapping.item_column, mapping.value_column):
        return NAMES if column == mapping.item_column else VALUES
    if mapping.zone_column == column:
        return ZONE
    if column in mapping.notes:
        return NOTE
    if any(dose.column == column for dose in mapping.doses):
        return DOSE
    item = item_of(mapping, column)
    if item is None:
        return OUT
    return item.key if item.key in set(known) else NEW


def item_of(mapping: TableMapping, column: str) -> ItemMapping | None:
    """The item of a column of a wide table."""
    if mapping.layout is Layout.LONG:
        return None
    return next((item for item in mapping.items if item.name == column), None)


def dose_of(mapping: TableMapping, column: str) -> DoseMapping | None:
    """The medicine of a column."""
    return next((dose for dose in mapping.doses if dose.column == column), None)


def time_of(mapping: TableMapping, column: str) -> TimeColumn | None:
    """How a column's times are written."""
    return next((t for t in (mapping.date, mapping.time, mapping.moment) if t and t.column == column), None)


def with_way(mapping: TableMapping, look: TableLook, column: str, way: str, known: Mapping[str, Item]) -> TableMapping:
    """The mapping with another use of a column; what can stand only once is taken from the column that had it."""
    bare = without(mapping, column)
    if way in (DATE, TIME, MOMENT):
        return _with_time(bare, way, _guessed(look, column, way))
    if way == ZONE:
        return replace(bare, zone_column=column)
    if way == NAMES:
        return replace(bare, item_column=column)
    if way == VALUES:
        return replace(bare, value_column=column)
    if way == NOTE:
        return replace(bare, notes=(*bare.notes, column))
    if way == DOSE:
        return replace(bare, doses=(*bare.doses, DoseMapping(column, column[:LONGEST_LABEL])))
    if way == OUT:
        return bare
    return replace(bare, items=(*bare.items, _item(bare, look, column, way, known)))


def without(mapping: TableMapping, column: str) -> TableMapping:
    """The mapping without a column."""

    def kept(time: TimeColumn | None) -> TimeColumn | None:
        return None if time is not None and time.column == column else time

    wide = mapping.layout is Layout.WIDE
    return replace(
        mapping,
        date=kept(mapping.date),
        time=kept(mapping.time),
        moment=kept(mapping.moment),
        zone_column="" if mapping.zone_column == column else mapping.zone_column,
        notes=tuple(name for name in mapping.notes if name != column),
        doses=tuple(dose for dose in mapping.doses if dose.column != column),
        items=tuple(item for item in mapping.items if item.name != column) if wide else mapping.items,
        item_column="" if mapping.item_column == column else mapping.item_column,
        value_column="" if mapping.value_column == column else mapping.value_column,
    )


def with_layout(mapping: TableMapping, layout: Layout) -> TableMapping:
    """The mapping of a table whose rows are entries, or single values."""
    if layout is mapping.layout:
        return mapping
    return replace(mapping, layout=layout, items=(), names={}, item_column="", value_column="")


def with_missing(mapping: TableMapping, text: str) -> TableMapping:
    """The mapping with the words that mean an empty cell, as they are typed: "NA, -"."""
    return replace(mapping, missing=frozenset({"", *(word.strip() for word in text.split(","))}))


def with_format(mapping: TableMapping, column: str, form: str) -> TableMapping:
    """The mapping with another way in which a column's times are written."""
    unit = Unit(form) if form in (SECONDS, MILLISECONDS) else None
    found = TimeColumn(column, "" if unit else form, unit)
    return replace(
        mapping,
        date=found if mapping.date and mapping.date.column == column else mapping.date,
        time=found if mapping.time and mapping.time.column == column else mapping.time,
        moment=found if mapping.moment and mapping.moment.column == column else mapping.moment,
    )


def with_dose(mapping: TableMapping, column: str, medicine: str, unit: str) -> TableMapping:
    """The mapping with the name and the unit of a column's medicine."""
    dose = DoseMapping(column, medicine.strip()[:LONGEST_LABEL], unit.strip())
    return replace(mapping, doses=tuple(dose if each.column == column else each for each in mapping.doses))


def with_item(mapping: TableMapping, column: str, fields: ItemFields, known: Mapping[str, Item]) -> TableMapping:
    """The mapping with what was typed of a column's item. One that exists keeps its scale: the file's goes onto it."""
    before = item_of(mapping, column)
    if before is None:
        return mapping
    low, high, words = parse_number(fields.low), parse_number(fields.high), parsed_words(fields.words)
    once = Once.DAY if fields.once else Once.ROW
    item = known.get(before.key)
    if item is None:
        scale = fields.kind is Kind.SCALE
        after = replace(
            before,
            label=fields.label.strip()[:LONGEST_LABEL],
            kind=fields.kind,
            minimum=low if scale else None,
            maximum=high if scale else None,
            better=fields.better,
            words=words,
            once=once,
        )
    else:
        after = onto(ItemMapping(column, before.key, words=words, once=once), item, low, high, fields.better)
    return replace(mapping, items=tuple(after if each.name == column else each for each in mapping.items))


def onto(bare: ItemMapping, item: Item, low: float | None, high: float | None, better: Better) -> ItemMapping:
    """An item that exists, with the file's scale put onto its own where that is another one."""
    version = item.version
    other_end = {better, version.better} == {Better.LOWER, Better.HIGHER}
    if item.kind is not Kind.SCALE or low is None or high is None:
        return bare
    if (low, high) == (version.minimum, version.maximum) and not other_end:
        return bare
    return replace(bare, minimum=low, maximum=high, better=better if other_end else None, rescale=True)


def parsed_words(text: str) -> dict[str, float]:
    """Words with the number that each stands for, as they are typed: "none = 0, some = 1"."""
    found = {}
    for part in text.split(","):
        word, sign, value = part.rpartition("=")
        number = parse_number(value)
        if sign and word.strip() and number is not None:
            found[word.strip()] = number
    return found


def with_name(mapping: TableMapping, answer: NameAnswer) -> TableMapping:
    """The mapping of a long table with what becomes of a name."""
    items = tuple(item for item in mapping.items if item.name != answer.name)
    names = {name: key for name, key in mapping.names.items() if name != answer.name}
    new = answer.new
    if new is not None:
        added = ItemMapping(answer.name, new.key, new.label, new.minimum, new.maximum, kind=new.kind, better=new.better)
        return replace(mapping, items=(*items, added), names=names)
    return replace(mapping, items=items, names={**names, answer.name: answer.key})


def _with_time(mapping: TableMapping, way: str, time: TimeColumn) -> TableMapping:
    if way == MOMENT:
        return replace(mapping, moment=time, date=None, time=None)
    if way == DATE:
        return replace(mapping, date=time, moment=None)
    return replace(mapping, time=time, moment=None)


def _guessed(look: TableLook, column: str, way: str) -> TimeColumn:
    found = time_column(way.removeprefix("@"), column, list(look.column(column).cells))
    return found or TimeColumn(column)


def _item(mapping: TableMapping, look: TableLook, column: str, way: str, known: Mapping[str, Item]) -> ItemMapping:
    seen = look.column(column).seen
    if way in known:
        return _scaled(ItemMapping(column, way), known[way], seen)
    taken = {*known, *(item.key for item in mapping.items)}
    return drafted_item(column, free_key(column, taken), seen)


def _scaled(bare: ItemMapping, item: Item, seen: Seen) -> ItemMapping:
    """Numbers beyond the steps of an item are on a scale of their own: the smallest usual one that holds them."""
    version = item.version
    high = version.maximum
    fits = seen.numbers == 0 or (version.minimum <= seen.low and (high is None or seen.high <= high))
    return bare if fits else onto(bare, item, *scale_for(seen), version.better)

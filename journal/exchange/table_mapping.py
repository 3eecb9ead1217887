"""How the columns of a table become entries: the mapping, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journal.model.items import Asked, Better, Combine, Kind


class Layout(StrEnum):
    """Wide: one column an item, one row an entry. Long: one row a value."""

    WIDE = "wide"
    LONG = "long"


class Once(StrEnum):
    """Whether each row has an answer of its own, or the rows of a day repeat the day's one answer."""

    ROW = "row"
    DAY = "day"


class Unit(StrEnum):
    """What a number that stands for a time counts: since midnight, or since 1970 (UTC)."""

    SECONDS = "seconds"
    MILLISECONDS = "milliseconds"


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """A column with a date, a time or both. Without `format` and `unit` it is read as ISO 8601."""

    column: str
    format: str = ""
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class ItemMapping:
    """One item of the file. None means: as the item that exists has it, or the usual for a new one.

    `name` is the column in a wide table, the item's name in a long one. `words` are cells that are
    words, with the number each stands for. With `rescale` the file's scale is mapped onto that of
    the item that exists.
    """

    name: str
    key: str
    label: str = ""
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    kind: Kind | None = None
    better: Better | None = None
    combine: Combine | None = None
    asked: Asked | None = None
    once: Once = Once.ROW
    words: Mapping[str, float] = field(default_factory=dict, hash=False)
    rescale: bool = False


@dataclass(frozen=True, slots=True)
class DoseMapping:
    """A column with the usual dose of a medicine, row by row."""

    column: str
    medicine: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """The whole mapping. Either `moment` (date and time in one column) or `date` is set.

    `zone` is the IANA name for times without an offset, empty for the computer's own; `zone_column`
    a column with the zone of each row, which goes before it. `missing`
    holds the texts that mean an empty cell, beside the empty cell itself. `names` maps further
    names of a long table to keys; an empty key leaves a name out. `source` tells tables apart
    that have entries at the same times. `encoding`, `delimiter` and `decimal` are found by
    looking unless given.
    """

    layout: Layout = Layout.WIDE
    date: TimeColumn | None = None
    time: TimeColumn | None = None
    moment: TimeColumn | None = None
    zone: str = ""
    zone_column: str = ""
    missing: frozenset[str] = frozenset({""})
    items: tuple[ItemMapping, ...] = ()
    notes: tuple[str, ...] = ()
    doses: tuple[DoseMapping, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    item_column: str = ""
    value_column: str = ""
    source: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None

    def columns(self) -> tuple[tuple[str, str], ...]:
        """Every column that the table must have, each with the place in the mapping that names it."""
        times = (("date", self.date), ("time", self.time), ("datetime", self.moment))
        found = [(f"{place}.column", each.column) for place, each in times if each is not None]
        found += [("zone_column", self.zone_column)] if self.zone_column else []
        if self.layout is Layout.LONG:
            found += [("item", self.item_column), ("value", self.value_column)]
        else:
            found += [(f"item {n}.column", item.name) for n, item in enumerate(self.items, 1)]
        found += [(f"note {n}.column", column) for n, column in enumerate(self.notes, 1)]
        found += [(f"dose {n}.column", dose.column) for n, dose in enumerate(self.doses, 1)]
        return tuple(found)

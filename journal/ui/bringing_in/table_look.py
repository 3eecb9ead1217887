"""Looking at a table before its mapping is settled: its columns with what stands in them, its names. No Qt.

These run on the storage thread. Only the first rows are looked at for the columns; names are
counted over the whole file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from journal.app.imports import remembered_mapping
from journal.app.journal import Journal
from journal.exchange.drafts import Progress
from journal.exchange.table import shape_of
from journal.exchange.table_cells import number
from journal.exchange.table_mapping import Layout, TableMapping
from journal.exchange.table_mapping_file import parse_mapping
from journal.exchange.table_names import Seen
from journal.exchange.table_rows import Row, TableRows
from journal.exchange.table_template import drafted_mapping

LOOKED_AT = 2_000
CELLS_KEPT = 200
SAMPLES = 3
COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column with its first cells that are not empty, and the numbers seen in it."""

    name: str
    cells: tuple[str, ...]
    seen: Seen

    @property
    def samples(self) -> str:
        """A few of its cells, each once."""
        return ", ".join(" ".join(cell.split()) for cell in list(dict.fromkeys(self.cells))[:SAMPLES])


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table's columns in their order, and the names of a long one with how often each stands there."""

    columns: tuple[ColumnSeen, ...] = ()
    names: Mapping[str, Seen] = field(default_factory=dict)
    remembered: bool = False

    def column(self, name: str) -> ColumnSeen:
        """A column by its name."""
        return next((each for each in self.columns if each.name == name), ColumnSeen(name, (), Seen()))


def first_mapping(journal: Journal, path: Path) -> tuple[TableMapping, bool]:
    """The mapping used last for such a table, or a draft; and whether it is the one used last."""
    text = remembered_mapping(journal, path)
    if text is not None:
        return parse_mapping(text), True
    return drafted_mapping(path, journal.clock.zone() or ""), False


def look_at_table(path: Path, mapping: TableMapping, progress: Progress, *, remembered: bool) -> TableLook:
    """The columns and names of a table. Raises InvalidFile, FileUnreadable, FileTooLarge, ImportStopped."""
    shape = shape_of(path, mapping)
    rows = TableRows(path, shape)
    places = [place for place, name in enumerate(rows.header()) if name]
    kept: list[tuple[str, list[str], Seen]] = [(name, [], Seen()) for name in rows.header() if name]
    for row in islice(rows, LOOKED_AT):
        for place, (_name, cells, seen) in zip(places, kept, strict=True):
            text = row.cells[place].strip() if place < len(row.cells) else ""
            if text not in mapping.missing:
                seen.add(number(text, shape.decimal, {}))
                if len(cells) < CELLS_KEPT:
                    cells.append(text)
    found = tuple(ColumnSeen(name, tuple(cells), seen) for name, cells, seen in kept)
    return TableLook(found, _names(rows, mapping, shape.decimal, progress), remembered)


def _names(rows: TableRows, mapping: TableMapping, decimal: str, progress: Progress) -> dict[str, Seen]:
    """Each name of a long table with the numbers beside it."""
    header = rows.header()
    if mapping.layout is not Layout.LONG or not {mapping.item_column, mapping.value_column} <= set(header):
        return {}
    place, value = header.index(mapping.item_column), header.index(mapping.value_column)
    found: dict[str, Seen] = {}
    for count, row in enumerate(rows, 1):
        if count % COUNTED == 0:
            progress(count, None)
        name, text = _cell(row, place), _cell(row, value)
        if name not in mapping.missing:
            found.setdefault(name, Seen()).add(number(text, decimal, {}) if text not in mapping.missing else None)
    return found


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""

"""The rows of a damaged database by table, and which rows are known to be gone.

Pages that no readable page leads to are given to the one table that their rows fit; where several
would do, they are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journal.model.hlc import Stamp
from journal.model.items import Origin
from journal.store.salvage_pages import Pages
from journal.store.salvage_trees import Hole, Record, Tree, free_pages, is_index_page, read_page, read_tree

_SCHEMA_VALUES = 5
_DAYS = ("day", "since_day", "start")
_WORDS = {"origin": frozenset(map(str, Origin)), "state": frozenset(("rated", "unanswered", "not_applicable"))}
_FLAGS = ("deleted", "hidden", "undone", "note_shared", "shared", "open", "as_needed", "done")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, whether something must stand there, whether it stands for the row's number."""

    name: str
    type: str
    needed: bool
    rowid: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table's rows are kept: its columns in order, and whether the table is an index itself."""

    columns: tuple[Column, ...]
    is_index: bool = False

    def fits(self, values: Record) -> bool:
        """Whether a row can be one of this table."""
        return len(values) == len(self.columns) and all(map(_fits, self.columns, values))

    def row(self, values: Record, rowid: int | None) -> dict[str, Any]:
        """A row by column."""
        names = (column.name for column in self.columns)
        row = dict(zip(names, values, strict=True))
        return {**row, **{column.name: rowid for column in self.columns if column.rowid and row[column.name] is None}}


@dataclass(slots=True)
class FoundTable:
    """What was found of one table: its rows, by number where they have one, and its unreadable pages."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    torn: int = 0
    gone_ids: frozenset[str] | None = None
    """Ids that an index names and whose rows were not found; None where that can't be told."""
    gone_days: frozenset[date] = frozenset()


@dataclass(slots=True)
class Found:
    """Everything found, by table; `strange` counts pages with rows that fit no one table."""

    tables: dict[str, FoundTable]
    strange: int = 0


def find_rows(pages: Pages, shapes: Mapping[str, Shape]) -> Found:
    """The rows of the tables whose shapes are given."""
    schema = _schema(pages)
    trees = {name: read_tree(pages, root) for (kind, name, _of, root) in schema if kind in ("table", "index")}
    reached = {number for tree in trees.values() for number in tree.pages} | free_pages(pages)
    found = Found({name: FoundTable() for name in shapes})
    numbers: dict[str, set[int | None]] = {name: set() for name in shapes}
    for name, shape in shapes.items():
        if name in trees:
            _add(found.tables[name], numbers[name], shape, trees[name])
    indexes = {name: (of, trees[name]) for (kind, name, of, _root) in schema if kind == "index"}
    for number in sorted(pages.content.keys() - reached):
        _place_orphan(pages, number, shapes, found, numbers)
    for name in shapes:
        _note_gone(found.tables[name], numbers[name], name, indexes)
        if name not in trees and pages.unreadable:  # what was never walked has no known holes
            found.tables[name].gone_ids = None
    return found


def _schema(pages: Pages) -> list[tuple[str, str, str, int]]:
    """Kind, name, table and root page of everything in the schema that can be read, wherever it stands."""
    known: dict[str, tuple[str, str, str, int]] = {}
    candidates = [read_tree(pages, 1), *(read_page(pages, number) for number in sorted(pages.content))]
    for tree in candidates:
        for cell in tree.cells if tree is not None else ():
            if _is_schema(cell.values):
                kind, name, of, root, _sql = cell.values
                known.setdefault(name, (kind, name, of, root))
    return list(known.values())


def _is_schema(values: Record) -> bool:
    if len(values) != _SCHEMA_VALUES or values[0] not in ("table", "index"):
        return False
    _kind, name, of, root, sql = values
    return isinstance(name, str) and isinstance(of, str) and isinstance(root, int) and isinstance(sql, str | None)


def _add(table: FoundTable, numbers: set[int | None], shape: Shape, tree: Tree) -> None:
    table.holes += tree.holes
    table.torn += tree.torn
    for cell in tree.cells:
        if not shape.fits(cell.values):
            table.torn += 1
        elif cell.rowid is None or cell.rowid not in numbers:
            numbers.add(cell.rowid)
            table.rows.append(shape.row(cell.values, cell.rowid))


def _place_orphan(
    pages: Pages, number: int, shapes: Mapping[str, Shape], found: Found, numbers: dict[str, set[int | None]]
) -> None:
    tree = read_page(pages, number)
    if tree is None:
        return
    rows = [cell.values for cell in tree.cells]
    if all(map(_is_schema, rows)):
        return
    is_index = is_index_page(pages, number)
    fitting = [name for name, shape in shapes.items() if shape.is_index == is_index and all(map(shape.fits, rows))]
    if len(fitting) == 1:
        (name,) = fitting
        _add(found.tables[name], numbers[name], shapes[name], tree)
    elif not is_index:  # pages of plain indexes hold nothing of their own
        found.strange += 1


def _note_gone(table: FoundTable, numbers: set[int | None], name: str, indexes: Mapping[str, tuple[str, Tree]]) -> None:
    """Compare the rows with the indexes: these name what stood on an unreadable page."""
    by_id = indexes.get(f"sqlite_autoindex_{name}_1")
    by_day = indexes.get(f"{name}_day")
    days = {} if by_day is None else {cell.values[-1]: cell.values[0] for cell in by_day[1].cells if cell.values}
    buried = {number for number, day in days.items() if _day(day) in (None, date.min)}
    if by_id is None:
        table.gone_ids = frozenset() if not (table.holes or table.torn) else None
        return
    named = [cell.values for cell in by_id[1].cells if len(cell.values) == 2]
    gone = {number: row_id for row_id, number in named if number not in numbers and number not in buried}
    table.gone_ids = frozenset(map(str, gone.values()))
    if by_id[1].holes and (table.holes or table.torn):
        table.gone_ids = None
    missing = set(gone) | {number for number in days if number not in numbers and number not in buried}
    table.gone_days = frozenset(day for number in missing if (day := _day(days.get(number))) is not None)


def _day(text: object) -> date | None:
    if isinstance(text, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return None


def _fits(column: Column, value: Any) -> bool:
    if value is None:
        return not column.needed or column.rowid
    if column.type == "TEXT":
        return isinstance(value, str) and _fits_text(column.name, value)
    if column.type == "REAL":
        return isinstance(value, int | float)
    if column.name in _FLAGS:
        return value in (0, 1) and isinstance(value, int)
    return isinstance(value, int)


def _fits_text(name: str, value: str) -> bool:
    if name == "hlc":
        try:
            Stamp.parse(value)
        except ValueError:
            return False
        return True
    if name in _DAYS:
        return _day(value) is not None or value == ""
    return name not in _WORDS or value in _WORDS[name]


def holes_of_entries(holes: Sequence[Hole], entry_ids: Sequence[str]) -> list[str]:
    """Which of the entries may have had answers on unreadable pages: those between the rows beside them."""
    return [entry_id for entry_id in entry_ids if any(_between(entry_id, hole) for hole in holes)]


def _between(entry_id: str, hole: Hole) -> bool:
    return (hole.after is None or entry_id >= hole.after) and (hole.before is None or entry_id <= hole.before)

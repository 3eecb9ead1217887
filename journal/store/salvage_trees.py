"""Tables and indexes as trees of pages, read by hand where SQLite gives up at the first bad page.

The file format is https://www.sqlite.org/fileformat2.html. Whatever does not hold together is left out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from journal.store.salvage_pages import USABLE, Pages

INNER_INDEX, INNER_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
_KINDS = (INNER_INDEX, INNER_TABLE, LEAF_INDEX, LEAF_TABLE)
_DEEPEST = 20
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Record = tuple[Any, ...]
"""The values of one row, in the order of its columns."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A row as it stands in a page: its number (None in an index) and its values."""

    rowid: int | None
    values: Record


@dataclass(frozen=True, slots=True)
class Hole:
    """An unreadable page in a tree of an index, and the first values of the rows beside it, as far as known."""

    page: int
    after: Any = None
    before: Any = None


@dataclass(slots=True)
class Tree:
    """What could be read of one tree. `torn` counts rows that a readable page names and that can't be put together."""

    cells: list[Cell] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    holes: list[Hole] = field(default_factory=list)
    torn: int = 0


@dataclass(frozen=True, slots=True)
class _Node:
    kind: int
    cells: list[Cell]
    children: list[int]
    torn: int


def read_tree(pages: Pages, root: int) -> Tree:
    """Everything below a root page that can be read."""
    tree = Tree()
    _walk(pages, root, tree, _DEEPEST, None, None)
    return tree


def read_page(pages: Pages, number: int) -> Tree | None:
    """The rows in one page alone, or None if it is no page of a tree or holds none."""
    node = _node(pages, number)
    if node is None or not (node.cells or node.torn):
        return None
    return Tree(node.cells, {number}, [], node.torn)


def is_index_page(pages: Pages, number: int) -> bool:
    """Whether the rows in a page are those of an index, or of a table that is one."""
    return pages.content[number][_header_at(number)] in (INNER_INDEX, LEAF_INDEX)


def _walk(pages: Pages, number: int, tree: Tree, deeper: int, after: Any, before: Any) -> None:
    if number in tree.pages or deeper == 0:
        return
    node = _node(pages, number)
    if node is None:
        tree.holes.append(Hole(number, after, before))
        return
    tree.pages.add(number)
    tree.cells += node.cells
    tree.torn += node.torn
    between = [cell.values[0] if cell.values else None for cell in node.cells] if node.kind == INNER_INDEX else []
    known = len(between) == len(node.children) - 1
    for place, child in enumerate(node.children):
        left = between[place - 1] if known and place > 0 else after
        right = between[place] if known and place < len(between) else before
        _walk(pages, child, tree, deeper - 1, left, right)


def _header_at(number: int) -> int:
    return 100 if number == 1 else 0


def _node(pages: Pages, number: int) -> _Node | None:
    page = pages.content.get(number)
    if page is None:
        return None
    start = _header_at(number)
    kind = page[start]
    if kind not in _KINDS:
        return None
    inner = kind in (INNER_INDEX, INNER_TABLE)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + (12 if inner else 8)
    if first + 2 * count > USABLE:
        return None
    cells: list[Cell] = []
    children: list[int] = []
    torn = 0
    for place in range(first, first + 2 * count, 2):
        at = int.from_bytes(page[place : place + 2], "big")
        try:
            child, cell = _cell(pages, page, at, kind)
        except (ValueError, IndexError, struct.error):
            torn += 1
            continue
        if child is not None:
            children.append(child)
        if cell is not None:
            cells.append(cell)
    if inner:
        children.append(int.from_bytes(page[start + 8 : start + 12], "big"))
    return _Node(kind, cells, children, torn)


def _cell(pages: Pages, page: bytes, at: int, kind: int) -> tuple[int | None, Cell | None]:
    child = None
    if kind in (INNER_INDEX, INNER_TABLE):
        child, at = int.from_bytes(page[at : at + 4], "big"), at + 4
        if kind == INNER_TABLE:
            return child, None
    size, at = _varint(page, at)
    rowid = None
    if kind == LEAF_TABLE:
        rowid, at = _varint(page, at)
    try:
        return child, Cell(rowid, _record(_payload(pages, page, at, size, table=kind == LEAF_TABLE)))
    except (ValueError, IndexError, struct.error):
        if child is None:
            raise
        return child, None  # the row is torn, the way down is not


def _payload(pages: Pages, page: bytes, at: int, size: int, *, table: bool) -> bytes:
    most = USABLE - 35 if table else (USABLE - 12) * 64 // 255 - 23
    if size <= most:
        return _exactly(page[at : min(at + size, USABLE)], size)
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (USABLE - 4)
    here = here if here <= most else least
    parts, left = [_exactly(page[at : at + here], here)], size - here
    following = int.from_bytes(page[at + here : at + here + 4], "big")
    seen: set[int] = set()
    while left > 0:
        if following in seen or following not in pages.content:
            raise ValueError("a part of the row is on an unreadable page")
        seen.add(following)
        more = pages.content[following]
        parts.append(more[4 : 4 + min(left, USABLE - 4)])
        left -= len(parts[-1])
        following = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _exactly(part: bytes, size: int) -> bytes:
    if len(part) != size:
        raise ValueError("a row reaches beyond its page")
    return part


def _record(payload: bytes) -> Record:
    length, at = _varint(payload, 0)
    body = length
    values = []
    while at < length:
        kind, at = _varint(payload, at)
        value, body = _value(payload, body, kind)
        values.append(value)
    if body != len(payload) or at != length:
        raise ValueError("a row of another length")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        return int.from_bytes(_exactly(payload[at : at + size], size), "big", signed=True), at + size
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind < 12:
        raise ValueError("a kind of value that there is not")
    size = (kind - 12) // 2
    part = _exactly(payload[at : at + size], size)
    return (part.decode() if kind % 2 else part), at + size


def _varint(page: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = page[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | page[at + 8]
    return (value - (1 << 64) if value >= 1 << 63 else value), at + 9


def free_pages(pages: Pages) -> set[int]:
    """The pages that the database has no use for; empty where its first page can't be read."""
    first = pages.content.get(1)
    free: set[int] = set()
    trunk = int.from_bytes(first[32:36], "big") if first else 0
    while trunk and trunk not in free:
        free.add(trunk)
        page = pages.content.get(trunk)
        if page is None:
            break
        count = min(int.from_bytes(page[4:8], "big"), USABLE // 4 - 2)
        free.update(_numbers(page[8 : 8 + 4 * count]))
        trunk = int.from_bytes(page[:4], "big")
    return free


def _numbers(part: bytes) -> Iterator[int]:
    for at in range(0, len(part), 4):
        yield int.from_bytes(part[at : at + 4], "big")

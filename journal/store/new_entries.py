"""Thousands of new entries at once: few statements with many rows, and numbers in place of texts.

Where the memory of SQLite is locked and wiped (`cipher_memory_security`), each piece of memory
costs two calls of the system, and an answer written by itself takes ten pieces: one a text, one a
cursor, one a foreign key. Here a statement writes hundreds of answers and names rows by their
numbers; the ids that go into an answer are read from the very rows that it refers to. Statements
are of one length, so that SQLite reads the text of each but once, and a fault in one ends the
transaction: SQLite then keeps no copy of the pages that a single statement changes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain
from operator import attrgetter
from typing import Any

from journal.model.entries import Entry, Rating, State
from journal.store.ledger import Ledger, Row

ANSWERS_A_STATEMENT = 200
FEW_ANSWERS = 20
ENTRIES_A_STATEMENT = 250

_STATES = tuple(State)
_NUMBERS = {state: number for number, state in enumerate(_STATES)}
_RATED = _NUMBERS[State.RATED]
_STATE_OF = " ".join(f"WHEN {number} THEN '{state}'" for number, state in enumerate(_STATES))
_ANSWERS = """
INSERT OR ROLLBACK INTO rating (entry_id, item_id, version_id, value, raw, state)
SELECT e.id, v.item_id, v.id, n.column3, {raw}, {state}
FROM (VALUES {values}) n CROSS JOIN entry e ON e.rowid = n.column1 CROSS JOIN item_version v ON v.rowid = n.column2
"""
_ANY = {"raw": "n.column4", "state": f"CASE n.column5 {_STATE_OF} END"}
_PLAIN = {"raw": "NULL", "state": f"'{State.RATED}'"}

Places = dict[tuple[str, str], int]
"""Row numbers of versions by item and version."""


def written_tags(tags: tuple[str, ...]) -> str:
    """The column of the tags of an entry."""
    return json.dumps(tags, ensure_ascii=False) if tags else "[]"


_COLUMNS: dict[str, Callable[[Any], object] | None] = {
    "id": None,
    "kind": str,
    "at_ms": None,
    "offset_min": None,
    "zone": None,
    "time_known": str,
    "part": None,
    "day": date.isoformat,
    "day_start_min": None,
    "recall": str,
    "covers_min": None,
    "made_ms": None,
    "made_offset_min": None,
    "changed_ms": None,
    "note": None,
    "note_shared": int,
    "import_id": None,
    "source_key": None,
    "tags": written_tags,
}
"""The columns of an entry and how each is written; None: as it is."""


def columns_of(entries: Sequence[Entry]) -> dict[str, list[Any]]:
    """What the columns of entries hold, column by column, without stamp and mark of deletion."""
    found: dict[str, list[Any]] = {}
    for name, written in _COLUMNS.items():
        values = map(attrgetter(name), entries)
        found[name] = list(values if written is None else map(written, values))
    return found


class AnswerRows:
    """Answers as the rows of a statement. Entries of an import share theirs, so what was made is made once."""

    def __init__(self, ledger: Ledger) -> None:
        rows = ledger.rows("SELECT rowid, item_id, id FROM item_version")
        self._known: Places = {(item_id, version_id): number for number, item_id, version_id in rows}
        self._made: dict[int, tuple[tuple[Rating, ...], list[Row] | None]] = {}

    def of(self, ratings: tuple[Rating, ...]) -> list[Row] | None:
        """The rows by item, still without the entry; None unless each is for a version that is here, one an item."""
        before = self._made.get(id(ratings))
        if before is None:  # keeping the ratings keeps their id from being given to others
            before = self._made[id(ratings)] = (ratings, self._rows(ratings))
        return before[1]

    def _rows(self, ratings: tuple[Rating, ...]) -> list[Row] | None:
        places = [self._known.get((rating.item_id, rating.version_id)) for rating in ratings]
        if None in places or len({rating.item_id for rating in ratings}) < len(ratings):
            return None
        placed = sorted(zip(ratings, places, strict=True), key=lambda each: each[0].item_id)
        return [(place, each.value, each.raw, _NUMBERS[each.state]) for each, place in placed]


def insert_new(ledger: Ledger, entries: Iterable[Entry], answers: AnswerRows) -> None:
    """Write entries that are not there in any form, and their answers, each of which has a row."""
    by_time = sorted(entries, key=attrgetter("at_ms"))  # the order of two of the indexes
    if not by_time:
        return
    first = int((ledger.one("SELECT coalesce(max(rowid), 0) FROM entry") or (0,))[0]) + 1
    columns = {"rowid": list(range(first, first + len(by_time))), **columns_of(by_time)}
    columns |= {"hlc": [ledger.stamp()] * len(by_time), "deleted": [0] * len(by_time)}
    _insert_entries(ledger, columns, len(by_time))
    by_id = sorted(enumerate(by_time, first), key=lambda each: each[1].id)  # the order in which answers are kept
    _insert_answers(ledger, [(number, *row) for number, entry in by_id for row in answers.of(entry.ratings) or ()])


def _insert_answers(ledger: Ledger, rows: list[Row]) -> None:
    """An answer that is rated, on the item's own scale, goes by three numbers; where all are so, all do.

    What is left over at the end is filled up with rows of nothing: no entry is without a number, so
    nothing is written for them.
    """
    plain = all(raw is None and state == _RATED for _, _, _, raw, state in rows)
    width = 3 if plain else 5
    start = 0
    while start < len(rows):
        size = ANSWERS_A_STATEMENT if len(rows) - start > ANSWERS_A_STATEMENT // 4 else FEW_ANSWERS
        part = rows[start : start + size]
        values = [value for row in part for value in row[:width]]
        ledger.write(_answers_statement(size, plain=plain), values + [None] * (width * (size - len(part))))
        start += size


@lru_cache(maxsize=4)
def _answers_statement(count: int, *, plain: bool) -> str:
    places = "(?, ?, ?)" if plain else "(?, ?, ?, ?, ?)"
    return _ANSWERS.format(values=", ".join([places] * count), **(_PLAIN if plain else _ANY))


def _insert_entries(ledger: Ledger, columns: dict[str, list[Any]], count: int) -> None:
    """What all rows have alike (the import, the zone) is handed over once a statement.

    The texts of a statement go into it as one piece, of which each row takes its own by place and length.
    """
    alike = {name: values[0] for name, values in columns.items() if name != "rowid" and len(set(values)) == 1}
    own = [name for name in columns if name not in alike]
    texts = [name for name in own if set(map(type, columns[name])) == {str}]
    plain = [name for name in own if name not in texts]
    for start in range(0, count, ENTRIES_A_STATEMENT):
        end = min(start + ENTRIES_A_STATEMENT, count)
        sql = _entries_statement(tuple(alike), tuple(plain), tuple(texts), end - start)
        numbers = [columns[name][start:end] for name in plain]
        piece = b"".join(_in_one_piece((columns[name][start:end] for name in texts), numbers))
        ledger.write(sql, [piece, *alike.values(), *chain.from_iterable(zip(*numbers, strict=True))])


def _in_one_piece(texts: Iterable[list[str]], numbers: list[list[Any]]) -> Iterator[bytes]:
    """The texts of all columns one after another; where each begins and how long it is goes to the numbers."""
    at = 1
    for column in texts:
        written = [text.encode() for text in column]
        lengths = list(map(len, written))
        *begins, at = accumulate(lengths, initial=at)
        numbers += (begins, lengths)
        yield b"".join(written)


@lru_cache(maxsize=64)
def _entries_statement(alike: tuple[str, ...], plain: tuple[str, ...], texts: tuple[str, ...], count: int) -> str:
    """One statement for so many rows: ?1 is the piece, then what is alike, then the numbers row by row."""
    first, width = len(alike) + 2, len(plain) + 2 * len(texts)
    taken = [f"?{number}" for number in range(2, first)]
    taken += [f"n.column{number}" for number in range(1, len(plain) + 1)]
    pairs = range(len(plain) + 1, width + 1, 2)
    taken += [f"CAST(substr(?1, n.column{place}, n.column{place + 1}) AS TEXT)" for place in pairs]
    rows = (", ".join(f"?{first + row * width + each}" for each in range(width)) for row in range(count))
    values = "), (".join(rows)
    names = ", ".join((*alike, *plain, *texts))
    return f"INSERT OR ROLLBACK INTO entry ({names}) SELECT {', '.join(taken)} FROM (VALUES ({values})) n"  # noqa: S608 fixed

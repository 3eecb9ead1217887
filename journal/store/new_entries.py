"""Thousands of new entries at once: few statements with many rows, and numbers in place of texts.

Where the memory of SQLite is locked and wiped (`cipher_memory_security`), each piece of memory
costs two calls of the system, and an answer written by itself takes ten pieces: one a text, one a
cursor, one a foreign key. Here a statement writes hundreds of answers and names rows by their
numbers; the ids that go into an answer are read from the very rows that it refers to.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from journal.model.entries import Entry, Rating, State
from journal.store.ledger import Ledger, Row

ANSWERS_A_STATEMENT = 200
ENTRIES_A_STATEMENT = 100

_STATES = tuple(State)
_STATE_OF = " ".join(f"WHEN {number} THEN '{state}'" for number, state in enumerate(_STATES))
_ANSWERS = f"""
INSERT INTO rating (entry_id, item_id, version_id, value, raw, state)
SELECT e.id, v.item_id, v.id, n.column3, n.column4, CASE n.column5 {_STATE_OF} END
FROM (VALUES %s) n CROSS JOIN entry e ON e.rowid = n.column1 CROSS JOIN item_version v ON v.rowid = n.column2
"""  # noqa: S608 the states' own names

Places = dict[tuple[str, str], int]
"""Row numbers of versions by item and version."""


def places(ledger: Ledger) -> Places:
    """Where the versions of the journal stand."""
    rows = ledger.rows("SELECT rowid, item_id, id FROM item_version")
    return {(item_id, version_id): number for number, item_id, version_id in rows}


def writable(entry: Entry, known: Places) -> bool:
    """Whether each of its answers is for a version that is here, and each item has one answer."""
    items = {rating.item_id for rating in entry.ratings}
    versions = {(rating.item_id, rating.version_id) for rating in entry.ratings}
    return len(items) == len(entry.ratings) and versions <= known.keys()


def insert_new(ledger: Ledger, entries: Sequence[Entry], rows: Sequence[dict[str, Any]], known: Places) -> None:
    """Write entries that are not there in any form, with their columns in `rows`, and their answers."""
    if not entries:
        return
    first = int((ledger.one("SELECT coalesce(max(rowid), 0) FROM entry") or (0,))[0]) + 1
    _insert_entries(ledger, [{"rowid": number, **row} for number, row in enumerate(rows, first)])
    by_id = sorted(enumerate(entries, first), key=lambda each: each[1].id)  # the order in which answers are kept
    answers = (_answer(number, rating, known) for number, entry in by_id for rating in _ordered(entry))
    while part := list(islice(answers, ANSWERS_A_STATEMENT)):
        sql = _ANSWERS % ", ".join(["(?, ?, ?, ?, ?)"] * len(part))
        ledger.write(sql, [value for row in part for value in row])


def _insert_entries(ledger: Ledger, rows: list[dict[str, Any]]) -> None:
    """What all rows have alike (the import, the zone) is handed over once a statement.

    The texts of a statement go into it as one piece, of which each row takes its own by place and length.
    """
    alike = {
        name: value for name, value in rows[0].items() if name != "rowid" and all(row[name] == value for row in rows)
    }
    own = [name for name in rows[0] if name not in alike]
    texts = [name for name in own if all(isinstance(row[name], str) for row in rows)]
    plain = [name for name in own if name not in texts]
    for start in range(0, len(rows), ENTRIES_A_STATEMENT):
        part = rows[start : start + ENTRIES_A_STATEMENT]
        sql = _entries_statement(tuple(alike), tuple(plain), tuple(texts), len(part))
        piece, numbers = _in_one_piece(part, plain, texts)
        ledger.write(sql, [piece, *alike.values(), *numbers])


def _in_one_piece(rows: list[dict[str, Any]], plain: list[str], texts: list[str]) -> tuple[bytes, list[Any]]:
    """The texts of all rows as one piece; and for each row its other values, then place and length of each text."""
    piece = bytearray()
    numbers: list[Any] = []
    for row in rows:
        numbers += [row[name] for name in plain]
        for name in texts:
            text = row[name].encode()
            numbers += (len(piece) + 1, len(text))
            piece += text
    return bytes(piece), numbers


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
    return f"INSERT INTO entry ({names}) SELECT {', '.join(taken)} FROM (VALUES ({values})) n"  # noqa: S608 fixed


def _answer(number: int, rating: Rating, known: Places) -> Row:
    place = known[rating.item_id, rating.version_id]
    return number, place, rating.value, rating.raw, _STATES.index(rating.state)


def _ordered(entry: Entry) -> list[Rating]:
    return sorted(entry.ratings, key=lambda rating: rating.item_id)

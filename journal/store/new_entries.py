"""Thousands of new entries at once: few statements with many rows, and numbers in place of texts.

Where the memory of SQLite is locked and wiped (`cipher_memory_security`), each piece of memory
costs two calls of the system, and an answer written by itself takes ten pieces: one a text, one a
cursor, one a foreign key. Here a statement writes hundreds of answers and names rows by their
numbers; the ids that go into an answer are read from the very rows that it refers to.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from journal.model.entries import Entry, Rating, State
from journal.store.ledger import Ledger, Row

ANSWERS_A_STATEMENT = 500
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
    """What all rows have alike (the import, the zone) is handed over once a statement."""
    alike = {name: value for name, value in rows[0].items() if all(row[name] == value for row in rows)}
    own = [name for name in rows[0] if name not in alike]
    for start in range(0, len(rows), ENTRIES_A_STATEMENT):
        part = rows[start : start + ENTRIES_A_STATEMENT]
        places = ", ".join(_places(number, len(alike), len(own)) for number in range(len(part)))
        sql = f"INSERT INTO entry ({', '.join((*alike, *own))}) VALUES {places}"  # noqa: S608 fixed names
        ledger.write(sql, [*alike.values(), *(row[name] for row in part for name in own)])


def _places(number: int, alike: int, own: int) -> str:
    numbers = (*range(1, alike + 1), *range(alike + number * own + 1, alike + (number + 1) * own + 1))
    return f"({', '.join(f'?{each}' for each in numbers)})"


def _answer(number: int, rating: Rating, known: Places) -> Row:
    place = known[rating.item_id, rating.version_id]
    return number, place, rating.value, rating.raw, _STATES.index(rating.state)


def _ordered(entry: Entry) -> list[Rating]:
    return sorted(entry.ratings, key=lambda rating: rating.item_id)

"""How much was written down on each day, counted by the database: for a month of the calendar in one query."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from journal.store.ledger import Ledger

_COUNTED = (
    ("entry", "note"),
    ("session", ""),
    ("intake", "note"),
    ("practice", "note"),
    ("marker", "note"),
    ("questionnaire", ""),
)
"""Tables whose rows stand on a day, each with the column of its note."""


class DayCount(NamedTuple):
    """So many records of a kind (the name of their table) on a day, `n_notes` of them with a note."""

    day: date
    kind: str
    n: int
    n_notes: int


def _one(table: str, note: str) -> str:
    notes = f"sum({note} <> '')" if note else "0"
    return f"SELECT day, '{table}', count(*), {notes} FROM {table} WHERE deleted = 0 AND day BETWEEN ?1 AND ?2 GROUP BY day"  # noqa: S608, E501 fixed names


_COUNTS = " UNION ALL ".join(_one(table, note) for table, note in _COUNTED)


def day_counts(ledger: Ledger, first: date, last: date) -> list[DayCount]:
    """The counts of these days, both included; days and kinds without anything are left out."""
    rows = ledger.rows(_COUNTS, (first.isoformat(), last.isoformat()))
    return [DayCount(date.fromisoformat(day), kind, n, n_notes) for day, kind, n, n_notes in rows]

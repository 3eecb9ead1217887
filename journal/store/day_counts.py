"""How much was written down on each day: for a month of the calendar in one query."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from journal.store.ledger import Ledger

MEDICINE_CHANGE = "medicine_change"

_COUNTED = (
    ("entry", "entry", "day", "note"),
    ("session", "session", "day", ""),
    ("intake", "intake", "day", "note"),
    ("practice", "practice", "day", "note"),
    ("marker", "marker", "day", "note"),
    ("questionnaire", "questionnaire", "day", ""),
    ("calm_moment", "calm_moment", "day", ""),
    ("appointment", "appointment", "day", "note"),
    (MEDICINE_CHANGE, "medicine_dose", "since_day", ""),
    (MEDICINE_CHANGE, "medicine", "stopped_on", ""),
)
"""What is counted, its table, and the columns of its day and its note.

A medicine changes where a dose begins, its first one too, and on its last day.
"""


class DayCount(NamedTuple):
    """So many of a kind on a day, `n_notes` of them with a note."""

    day: date
    kind: str
    n: int
    n_notes: int


def _one(kind: str, table: str, day: str, note: str) -> str:
    noted = f"{note} <> ''" if note else "0"
    return f"SELECT {day}, '{kind}', {noted} FROM {table} WHERE deleted = 0 AND {day} BETWEEN ?1 AND ?2"  # noqa: S608


_ROWS = " UNION ALL ".join(_one(*counted) for counted in _COUNTED)


def day_counts(ledger: Ledger, first: date, last: date) -> list[DayCount]:
    """The counts of these days, both included; days and kinds without anything are left out."""
    # Counted here, not by GROUP BY: each group costs the database memory that is locked and wiped, eight
    # times the time that a month's rows take to read.
    found: dict[tuple[str, str], list[int]] = {}
    for day, kind, noted in ledger.rows(_ROWS, (first.isoformat(), last.isoformat())):
        counts = found.setdefault((day, kind), [0, 0])
        counts[0] += 1
        counts[1] += noted
    return [DayCount(date.fromisoformat(day), kind, *counts) for (day, kind), counts in found.items()]

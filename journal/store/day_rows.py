"""Everything that stands on some days of a journal, as rows that another copy of it can take over.

A record and its parts go together: a session with its vitals and side effects. What they need to be
read (items with their versions, medicines with their doses, courses with their plans) comes along.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from journal.store.ledger import STAMPED_TABLES, Ledger
from journal.store.records import NAMED
from journal.store.snapshots import Images, Snapshot, put_back, take

DAY_TABLES = (
    "entry",
    "session",
    "intake",
    "practice",
    "marker",
    "questionnaire",
    "appointment",
    "question",
    "calm_moment",
)
"""Tables whose rows stand on a day."""

CHECKED = "checked_ms"
"""The setting that says when the journal was last read through; nobody changed it by hand."""

_PARTS: Mapping[str, tuple[str, ...]] = {
    "session": ("vital", "effect", "effect_point"),
    "medicine": ("medicine_dose",),
    "course": ("course_plan",),
    "item": ("item_version",),
}
_NEEDED = (
    ("item_id", "item"),
    ("medicine_id", "medicine"),
    ("course_id", "course"),
    ("import_id", "import"),
    ("form_id", "form"),
    ("clinician_id", "clinician"),
    ("appointment_id", "appointment"),
)


@dataclass(frozen=True, slots=True)
class DayRecord:
    """A record of a day: its table and id, and its rows with those of its parts by table."""

    table: str
    id: str
    day: date
    rows: Images

    @property
    def key(self) -> tuple[str, str]:
        """Its table and id."""
        return self.table, self.id


@dataclass(frozen=True, slots=True)
class DayRows:
    """The records of some days, and the rows that they need."""

    records: tuple[DayRecord, ...]
    needed: Images


def rows_of_days(ledger: Ledger, first: date, last: date) -> DayRows:
    """The records of these days, both included, by table and day."""
    records = [record for table in DAY_TABLES for record in _records(ledger, table, first, last)]
    return DayRows(tuple(records), _needed(ledger, records))


def present_record(ledger: Ledger, table: str, record_id: str) -> Images | None:
    """The rows of one record as they stand, or None where there is none (any more)."""
    return _with_parts(ledger, table, record_id)


def take_over(ledger: Ledger, records: Iterable[DayRecord], needed: Images) -> None:
    """Write records as they are; what they need only where it is not there. Inside an action."""
    images: Images = {}
    for table, rows in needed.items():
        for key, row in rows.items():
            if take(ledger, table, key) is None:
                images.setdefault(table, {})[key] = row
    for record in records:
        gone = _with_parts(ledger, record.table, record.id) or {}
        for table, rows in gone.items():
            images.setdefault(table, {}).update(dict.fromkeys(rows))
        for table, rows in record.rows.items():
            images.setdefault(table, {}).update(rows)
    for table in STAMPED_TABLES:
        for key in images.get(table, {}):
            ledger.touch(table, key)
    put_back(ledger, images)


def newest_stamp(ledger: Ledger) -> str:
    """The newest stamp of anything that a person changed, empty for nothing."""
    found = ""
    for table in STAMPED_TABLES:
        kept_out = f"WHERE key <> '{CHECKED}'" if table == "setting" else ""
        row = ledger.one(f"SELECT max(hlc) FROM {table} {kept_out}")  # noqa: S608 fixed names
        found = max(found, (row[0] if row else None) or "")
    return found


def _records(ledger: Ledger, table: str, first: date, last: date) -> list[DayRecord]:
    sql = f"SELECT id, day FROM {table} WHERE deleted = 0 AND day BETWEEN ? AND ? ORDER BY day, id"  # noqa: S608 fixed
    found = []
    for record_id, day in ledger.rows(sql, (first.isoformat(), last.isoformat())):
        rows = _with_parts(ledger, table, record_id)
        if rows is not None:
            found.append(DayRecord(table, record_id, date.fromisoformat(day), rows))
    return found


def _with_parts(ledger: Ledger, table: str, key: str) -> Images | None:
    row = take(ledger, table, key)
    if row is None:
        return None
    images: Images = {table: {key: row}}
    for part in _PARTS.get(table, ()):
        sql = f"SELECT id FROM {part} WHERE deleted = 0 AND {table}_id = ? ORDER BY id"  # noqa: S608 fixed names
        rows = {each: take(ledger, part, each) for (each,) in ledger.rows(sql, (key,))}
        if rows:
            images[part] = rows
    return images


def _needed(ledger: Ledger, records: Iterable[DayRecord]) -> Images:
    wanted: dict[str, set[str]] = {}
    for record in records:
        for rows in record.rows.values():
            for row in rows.values():
                _note_needs(wanted, row)
    found: Images = {}
    for table, keys in wanted.items():
        sql = f"SELECT id FROM {table} WHERE deleted = 0 AND id {NAMED} ORDER BY id"  # noqa: S608 fixed names
        for (key,) in ledger.rows(sql, (json.dumps(sorted(keys)),)):
            for each, rows in (_with_parts(ledger, table, key) or {}).items():
                found.setdefault(each, {}).update(rows)
    return found


def _note_needs(wanted: dict[str, set[str]], row: Snapshot) -> None:
    for column, table in _NEEDED:
        if row is not None and row.get(column):
            wanted.setdefault(table, set()).add(row[column])
    for rating in (row or {}).get("ratings", ()):
        wanted.setdefault("item", set()).add(rating[0])

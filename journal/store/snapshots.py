"""Rows as they were, for the undo history: taken, put back, and emptied."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from journal.store.ledger import RECORD_TABLES, STAMPED_TABLES, Ledger

Snapshot = dict[str, Any] | None
"""The columns of a row (an entry with its `ratings`), or None where there is none or a tombstone."""

Images = dict[str, dict[str, Snapshot]]
"""Snapshots by table and key."""

RATING_COLUMNS = ("item_id", "version_id", "value", "raw", "state")

BLANK_DAY = "0001-01-01"
"""The day of a tombstone that is empty."""

_AT_ONCE = 500
_KEYS = {"setting": "key"}
_KEPT_OUT = ("hlc", "deleted", "gone_with")
_DAYS = ("day", "since_day", "start")
_BESIDE_THE_LINE = {"clinician": ("include", "paper")}
"""What is remembered without a step of its own; undoing a rename must not take it back either."""
_BLANKS: dict[str, dict[str, Any]] = {
    "entry": {
        "at_ms": 0,
        "offset_min": 0,
        "zone": None,
        "time_known": "day",
        "part": None,
        "day": BLANK_DAY,
        "covers_min": None,
        "made_ms": None,
        "made_offset_min": None,
        "changed_ms": None,
        "note": "",
        "tags": "[]",
        "note_shared": 0,
        "import_id": None,
        "source_key": None,
    },
    "item": {"label": "", "group_id": ""},
    "item_version": {"label": "", "words": "[]", "unit": ""},
    "import": {"mapping": ""},
    "setting": {"value": "null"},
}


def take(ledger: Ledger, table: str, key: str) -> Snapshot:
    """The row as it stands now."""
    cursor = ledger.database.conn.execute(
        f"SELECT * FROM {table} WHERE {_KEYS.get(table, 'id')} = ? AND deleted = 0",  # noqa: S608 fixed names
        (key,),
    )
    row = cursor.fetchone()
    if row is None:
        return None
    snapshot = _snapshot([column[0] for column in cursor.description], row)
    if table == "entry":
        snapshot["ratings"] = _ratings(ledger, key)
    return snapshot


def take_all(ledger: Ledger, table: str, keys: Sequence[str]) -> dict[str, Snapshot]:
    """Many rows of a table as they stand now, some hundreds with each query."""
    if table == "entry" or len(keys) == 1:
        return {key: take(ledger, table, key) for key in keys}
    name = _KEYS.get(table, "id")
    sql = f"SELECT * FROM {table} WHERE deleted = 0 AND {name} IN (SELECT value FROM json_each(?))"  # noqa: S608 fixed
    found: dict[str, Snapshot] = dict.fromkeys(keys)
    for start in range(0, len(keys), _AT_ONCE):
        cursor = ledger.database.conn.execute(sql, (json.dumps(keys[start : start + _AT_ONCE]),))
        columns = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            snapshot = _snapshot(columns, row)
            found[snapshot[name]] = snapshot
    return found


def _snapshot(columns: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    return {name: value for name, value in zip(columns, row, strict=True) if name not in _KEPT_OUT}


def put_back(ledger: Ledger, images: Images, gone_with: str | None = None) -> None:
    """Make every row what its snapshot says, with a new stamp.

    `gone_with` is the import that is taken out, for records that go with it.
    """
    for table in STAMPED_TABLES:
        for key, snapshot in images.get(table, {}).items():
            if snapshot is None:
                entomb(ledger, table, key, gone_with)
            else:
                _restore(ledger, table, key, snapshot)


def entomb(ledger: Ledger, table: str, key: str, gone_with: str | None = None) -> None:
    """Leave a tombstone without content where the row was; a record says with which import it went, if with one."""
    if table == "entry":
        ledger.write("DELETE FROM rating WHERE entry_id = ?", (key,))
    entomb_where(ledger, table, _KEYS.get(table, "id"), key)
    if gone_with is not None and table in RECORD_TABLES:
        ledger.write(f"UPDATE {table} SET gone_with = ? WHERE id = ?", (gone_with, key))  # noqa: S608 fixed names


def entomb_where(ledger: Ledger, table: str, column: str, value: str) -> None:
    """Leave tombstones without content of the rows whose column holds a value."""
    blanks = {**blank(ledger, table), "deleted": 1, "hlc": ledger.stamp()}
    columns = ", ".join(f"{name} = ?" for name in blanks)
    ledger.write(f"UPDATE {table} SET {columns} WHERE {column} = ?", (*blanks.values(), value))  # noqa: S608 fixed


def blank(ledger: Ledger, table: str) -> dict[str, Any]:
    """What the columns of a tombstone hold: nothing, or what stands for it where a column needs something.

    Ids stay: what a row is and what it belongs to says nothing without the content.
    """
    if table in _BLANKS:
        return _BLANKS[table]
    return {
        name: _nothing(name, kind) if needed else None
        for name, kind, needed in ledger.columns(table)
        if name not in ("hlc", "deleted", "id") and not (needed and name.endswith("_id"))
    }


def _nothing(name: str, kind: str) -> Any:
    if kind != "TEXT":
        return 0
    return BLANK_DAY if name in _DAYS else ""


def entomb_with_import(ledger: Ledger, entry_ids: list[str], import_id: str) -> None:
    """Leave tombstones of entries that went with an import: reading the file again brings them back."""
    ids = json.dumps(entry_ids)
    named = "IN (SELECT value FROM json_each(?))"
    ledger.write(f"DELETE FROM rating WHERE entry_id {named}", (ids,))  # noqa: S608 fixed
    blanks = {**_BLANKS["entry"], "import_id": import_id, "hlc": ledger.stamp()}
    columns = ", ".join(f"{name} = ?" for name in blanks)
    sql = f"UPDATE entry SET {columns} WHERE deleted = 1 AND day <> ? AND id {named}"  # noqa: S608 fixed names
    ledger.write(sql, (*blanks.values(), BLANK_DAY, ids))


def _restore(ledger: Ledger, table: str, key: str, snapshot: dict[str, Any]) -> None:
    stays = _BESIDE_THE_LINE.get(table, ()) if take(ledger, table, key) is not None else ()
    columns = {name: value for name, value in snapshot.items() if name != "ratings" and name not in stays}
    ledger.put(table, {**columns, "hlc": ledger.stamp(), "deleted": 0}, _KEYS.get(table, "id"))
    if table == "entry":
        ledger.write("DELETE FROM rating WHERE entry_id = ?", (key,))
        ledger.insert("rating", ("entry_id", *RATING_COLUMNS), [(key, *row) for row in snapshot["ratings"]])


def _ratings(ledger: Ledger, entry_id: str) -> list[list[Any]]:
    sql = "SELECT item_id, version_id, value, raw, state FROM rating WHERE entry_id = ? ORDER BY item_id"
    return [list(row) for row in ledger.rows(sql, (entry_id,))]

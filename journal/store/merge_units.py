"""What is merged as a whole: an entry with its answers, a session with its vitals and side effects, a row.

The stamp of a whole is the newest of its rows. One computer's whole replaces the other's, so that
what stands afterwards was once written like that, and stands whatever the order of the merges.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from journal.store.courses import Courses
from journal.store.ledger import STAMPED_TABLES, Ledger, Row
from journal.store.medicines import Medicines
from journal.store.records import NAMED
from journal.store.sessions import Sessions

HERE, THERE = "main", "other"
"""The two databases as SQL names them."""

LOCAL_SETTINGS = ("checked_ms",)
"""Settings about this copy and not about the person."""

_KEYS = {"setting": "key"}
_OWNERS = (Courses, Sessions, Medicines)


@dataclass(frozen=True, slots=True)
class Part:
    """A table whose rows belong to a whole: its name, the column that names the whole, its own key."""

    table: str
    owner: str
    key: tuple[str, ...] = ("id",)
    stamped: bool = True


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of whole: the table that has one row for each, its key, and the tables of its parts."""

    table: str
    key: str = "id"
    parts: tuple[Part, ...] = ()

    @property
    def tables(self) -> tuple[Part, ...]:
        """All its tables as parts, its own first."""
        return (Part(self.table, self.key, (self.key,)), *self.parts)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a whole stands in a database: its newest stamp, and whether it was deleted."""

    stamp: str
    deleted: bool


def units() -> tuple[Unit, ...]:
    """Every kind of whole, those first that others refer to."""
    parts = {owner.table: tuple(Part(part.name, f"{owner.table}_id") for part in owner.parts) for owner in _OWNERS}
    parts["entry"] = (Part("rating", "entry_id", ("entry_id", "item_id"), stamped=False),)
    belonging = {part.table for found in parts.values() for part in found}
    tables = [table for table in STAMPED_TABLES if table not in belonging]
    return tuple(Unit(table, _KEYS.get(table, "id"), parts.get(table, ())) for table in tables)


def standings(ledger: Ledger, schema: str, unit: Unit) -> dict[str, Standing]:
    """How every whole of a kind stands in one of the databases, by key."""
    sql = f"SELECT {unit.key}, hlc, deleted FROM {schema}.{unit.table}"  # noqa: S608 fixed names
    found = {key: Standing(stamp, bool(deleted)) for key, stamp, deleted in ledger.rows(sql)}
    for part in unit.parts:
        if part.stamped:
            newest = f"SELECT {part.owner}, max(hlc) FROM {schema}.{part.table} GROUP BY {part.owner}"  # noqa: S608
            for key, stamp in ledger.rows(newest):
                whole = found.get(key)
                if whole is not None and stamp > whole.stamp:
                    found[key] = Standing(stamp, whole.deleted)
    if unit.table == "setting":
        return {key: whole for key, whole in found.items() if key not in LOCAL_SETTINGS}
    return found


def unlike(ledger: Ledger, unit: Unit) -> set[str]:
    """The keys of wholes that are in both databases with rows that differ in anything."""
    found: set[str] = set()
    for part in unit.tables:
        names = [name for name, *_ in ledger.columns(part.table)]
        same_key = " AND ".join(f"a.{name} = b.{name}" for name in part.key)
        differ = " OR ".join(f"a.{name} IS NOT b.{name}" for name in names if name not in part.key)
        for one, two in ((HERE, THERE), (THERE, HERE)):
            sql = (
                f"SELECT a.{part.owner} FROM {one}.{part.table} a LEFT JOIN {two}.{part.table} b ON {same_key} "  # noqa: S608
                f"WHERE b.{part.key[0]} IS NULL"
            )
            found.update(row[0] for row in ledger.rows(sql if one == THERE else f"{sql} OR {differ}"))
    return found


def content_hash(ledger: Ledger, schema: str, unit: Unit, key: str) -> str:
    """A fingerprint of everything in a whole, the same on every computer."""
    rows = [_part_rows(ledger, schema, part, [key]) for part in unit.tables]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def take_over(ledger: Ledger, unit: Unit, keys: Collection[str]) -> None:
    """Let wholes be what they are in the other database."""
    named = (json.dumps(list(keys)),)
    for part in reversed(unit.tables):
        ledger.write(f"DELETE FROM main.{part.table} WHERE {part.owner} {NAMED}", named)  # noqa: S608 fixed names
    for part in unit.tables:
        columns = ", ".join(name for name, *_ in ledger.columns(part.table))
        order = ", ".join(part.key)
        ledger.write(
            f"INSERT INTO main.{part.table} ({columns}) SELECT {columns} FROM other.{part.table} "  # noqa: S608
            f"WHERE {part.owner} {NAMED} ORDER BY {order}",
            named,
        )


def rows_of(ledger: Ledger, schema: str, unit: Unit, keys: Iterable[str]) -> set[tuple[str, str]]:
    """The rows of wholes that have an id of their own, by table and key."""
    named = (json.dumps(list(keys)),)
    found: set[tuple[str, str]] = set()
    for part in unit.tables:
        if len(part.key) == 1:
            sql = f"SELECT {part.key[0]} FROM {schema}.{part.table} WHERE {part.owner} {NAMED}"  # noqa: S608
            found.update((part.table, row[0]) for row in ledger.rows(sql, named))
    return found


def _part_rows(ledger: Ledger, schema: str, part: Part, owners: list[str]) -> list[Row]:
    columns = ", ".join(sorted(name for name, *_ in ledger.columns(part.table)))
    order = ", ".join(part.key)
    sql = f"SELECT {columns} FROM {schema}.{part.table} WHERE {part.owner} {NAMED} ORDER BY {order}"  # noqa: S608
    return ledger.rows(sql, (json.dumps(owners),))

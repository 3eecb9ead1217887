"""What courses, sessions, medicines, intakes, practices and markers have in common as rows of tables.

A record is a row, and a row for each of its parts: a session's vitals, side effects and their points.
Each row has its own stamp, so that two copies of a journal can be brought together row by row.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

from journal.model.courses import CoursePlan
from journal.model.errors import UnknownRecord
from journal.model.hlc import Stamp
from journal.model.medicines import DoseLevel
from journal.model.sessions import EffectPoint
from journal.store.columns import Columns, Values
from journal.store.drafts import Drafts
from journal.store.history import Forgotten, History
from journal.store.ledger import Ledger
from journal.store.snapshots import blank, entomb, entomb_where

T = TypeVar("T")
Part = TypeVar("Part", CoursePlan, DoseLevel, EffectPoint)

NAMED = "IN (SELECT value FROM json_each(?))"

PartRows = Mapping[str, Sequence[Values]]
"""The rows of a record's parts, by table."""


@dataclass(frozen=True, slots=True)
class PartTable:
    """A table whose rows belong to a record: its name, its columns beside the owner's, their order."""

    name: str
    columns: str
    order: str


class Records(Generic[T]):
    """The records of one kind. Writes belong inside `action()` or `tx()`.

    A subclass names its table, its columns and order, its parts, the tables of records that make no
    sense without it, and says how a record is taken apart and put together.
    """

    table: ClassVar[str]
    order: ClassVar[str]
    parts: ClassVar[tuple[PartTable, ...]] = ()
    followed_by: ClassVar[tuple[str, ...]] = ()

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @cached_property
    def columns(self) -> Columns[T]:
        """The columns of the record itself."""
        raise NotImplementedError

    def tidy(self, record: T) -> T:
        """The record as it is read back: its parts in order, without empty ones."""
        return record

    def part_rows(self, record: T) -> dict[str, list[Values]]:  # noqa: ARG002 none have parts here
        """The rows of its parts by table, each with an id, without the owner's."""
        return {}

    def renamed(self, record: T, part_ids: Collection[str]) -> T:  # noqa: ARG002 none have parts here
        """The record, its parts of these ids under others that are always the same."""
        return record

    def put_together(self, row: Values, parts: PartRows) -> T:  # noqa: ARG002 none have parts here
        """The record of its row and the rows of its parts, both in order."""
        return self.columns.record(row)

    def get(self, record_id: str) -> T | None:
        """One record, or None if there is none (any more)."""
        return next(iter(self._where("id = ?", record_id)), None)

    def among(self, record_ids: Collection[str]) -> dict[str, T]:
        """Those of many records that there are, by id."""
        found = self._where(f"id {NAMED}", json.dumps(list(record_ids)))
        return {str(getattr(record, "id")): record for record in found}  # noqa: B009 T has no fields for mypy

    def find(self, prefix: str) -> list[str]:
        """The ids that begin so, in order."""
        sql = f"SELECT id FROM {self.table} WHERE deleted = 0 AND substr(id, 1, ?) = ? ORDER BY id"  # noqa: S608
        return [row[0] for row in self._ledger.rows(sql, (len(prefix), prefix.lower()))]

    def all(self) -> list[T]:
        """Every record, in order."""
        return self._where("1")

    def count(self) -> int:
        """How many there are."""
        row = self._ledger.one(f"SELECT count(*) FROM {self.table} WHERE deleted = 0")  # noqa: S608 a fixed name
        return 0 if row is None else int(row[0])

    def extent(self) -> tuple[date, date] | None:
        """The first and the last day of any, for records that stand on a day; None where there is none."""
        # Two questions, each answered at one end of the index of days; both in one read every row.
        ends = [
            self._ledger.one(f"SELECT day FROM {self.table} WHERE deleted = 0 ORDER BY day {way} LIMIT 1")  # noqa: S608
            for way in ("ASC", "DESC")
        ]
        first, last = (None if row is None else date.fromisoformat(row[0]) for row in ends)
        return None if first is None or last is None else (first, last)

    def save(self, record: T) -> T:
        """Write a record, as far as it differs from what is there; what was written, as it is read back."""
        record = self.tidy(record)
        record_id = str(getattr(record, "id"))  # noqa: B009 T has no fields for mypy
        known = self.get(record_id)
        if known == record:
            return record
        before = {} if known is None else {record_id: self.columns.values(known)}
        self._write(self.table, before, [self.columns.values(record)])
        old = {} if known is None else self.part_rows(known)
        for table, rows in self.part_rows(record).items():
            owned = [{**row, self.owner: record_id} for row in rows]
            self._write(table, {row["id"]: {**row, self.owner: record_id} for row in old.get(table, ())}, owned)
        return record

    def add_new(self, records: Sequence[T]) -> None:
        """Write many records that are not there in any form, with few statements. Only for records without parts."""
        if self.parts:
            raise TypeError(self.table)
        stamp = self._ledger.stamp()
        rows = [{**self.columns.values(self.tidy(record)), "hlc": stamp, "deleted": 0} for record in records]
        if not rows:
            return
        if self._ledger.recording is not None:
            self._ledger.recording.create(self.table, (row["id"] for row in rows))
        self._ledger.insert(self.table, tuple(rows[0]), [tuple(row.values()) for row in rows])

    def delete(self, record_id: str) -> None:
        """Leave tombstones of a record and its parts; the content stays in the undo history.

        Raises UnknownRecord.
        """
        if self._ledger.one(f"SELECT 1 FROM {self.table} WHERE id = ? AND deleted = 0", (record_id,)) is None:  # noqa: S608
            raise UnknownRecord(kind=self.table, prefix=record_id)
        for table, ids in self._rows_of(record_id, "AND deleted = 0").items():
            for row_id in ids:
                self._remove(table, row_id)

    def delete_for_good(self, record_id: str) -> None:
        """Blank a record, its undo history and its drafts at once; of its parts nothing stays.

        Also takes one that was deleted before and still stands in the history. Raises UnknownRecord.
        """
        if self._ledger.one(f"SELECT 1 FROM {self.table} WHERE id = ?", (record_id,)) is None:  # noqa: S608 fixed name
            raise UnknownRecord(kind=self.table, prefix=record_id)
        rows = self._rows_of(record_id)
        for part in self.parts:
            self._ledger.write(f"DELETE FROM {part.name} WHERE {self.owner} = ?", (record_id,))  # noqa: S608 fixed
        for table in self.followed_by:
            entomb_where(self._ledger, table, self.owner, record_id)
        entomb(self._ledger, self.table, record_id)
        for table, ids in rows.items():
            for row_id in ids:
                if self._ledger.recording is not None:
                    self._ledger.recording.forget(table, row_id)
        owned = (*(part.name for part in self.parts), *self.followed_by)
        History(self._ledger).forget(Forgotten(self.table, record_id, self.owner, owned))
        Drafts(self._ledger).clear_about(record_id)

    def with_own_parts(self, records: Sequence[T]) -> list[T]:
        """The records, with other ids for parts whose ids belong to parts of other records here.

        A file that was put together by hand can name a part of one record in another; written as it
        is, it would take that part away from the one that has it.
        """
        owners: dict[str, dict[str, str]] = {}
        for record in records:
            for table, rows in self.part_rows(record).items():
                record_id = str(getattr(record, "id"))  # noqa: B009 T has no fields for mypy
                owners.setdefault(table, {}).update((row["id"], record_id) for row in rows)
        taken = {part_id for table, found in owners.items() for part_id in self._of_others(table, found)}
        return [self.renamed(record, taken) for record in records] if taken else list(records)

    def _of_others(self, table: str, owners: Mapping[str, str]) -> list[str]:
        """The ids of parts that are here with another record than `owners` says."""
        sql = f"SELECT id, {self.owner} FROM {table} WHERE id {NAMED}"  # noqa: S608 fixed names
        rows = self._ledger.rows(sql, (json.dumps(list(owners)),))
        return [part_id for part_id, owner in rows if owners[part_id] != owner]

    def deleted(self) -> list[str]:
        """The ids of what a person deleted, in order; not of what only went with an import that was undone."""
        sql = f"SELECT id FROM {self.table} WHERE deleted = 1 AND gone_with IS NULL ORDER BY id"  # noqa: S608 fixed
        return [row[0] for row in self._ledger.rows(sql)]

    def bury(self, record_ids: Iterable[str]) -> None:
        """Leave tombstones of what was deleted elsewhere and never was here."""
        needed = {name: "" for name, _, needed in self._ledger.columns(self.table) if needed and name.endswith("_id")}
        for record_id in record_ids:
            if self._ledger.one(f"SELECT 1 FROM {self.table} WHERE id = ?", (record_id,)) is None:  # noqa: S608 fixed
                columns = {**needed, **blank(self._ledger, self.table), "hlc": self._ledger.stamp(), "deleted": 1}
                self._ledger.insert(self.table, ("id", *columns), [(record_id, *columns.values())])

    def in_any_form(self, record_ids: Collection[str]) -> set[str]:
        """Those of the ids that have a row, a tombstone's included."""
        sql = f"SELECT id FROM {self.table} WHERE id {NAMED}"  # noqa: S608 fixed names
        return {row[0] for row in self._ledger.rows(sql, (json.dumps(list(record_ids)),))}

    def written_ms(self, record_ids: Collection[str]) -> dict[str, int]:
        """When records or any of their parts were last written here (UTC milliseconds), by id."""
        wanted = json.dumps(list(record_ids))
        tables = ((self.table, "id"), *((part.name, self.owner) for part in self.parts))
        found: dict[str, int] = {}
        for table, column in tables:
            sql = f"SELECT {column}, max(hlc) FROM {table} WHERE {column} {NAMED} GROUP BY {column}"  # noqa: S608
            for record_id, stamp in self._ledger.rows(sql, (wanted,)):
                found[record_id] = max(found.get(record_id, 0), Stamp.parse(stamp).ms)
        return found

    @property
    def owner(self) -> str:
        """The column of a part that names its record."""
        return f"{self.table}_id"

    def _where(self, condition: str, *parameters: Any, last: str = "") -> list[T]:
        """The records that stand and meet a condition, with one query a table."""
        names = self.columns.names
        sql = f"SELECT {self.columns.listed} FROM {self.table} WHERE deleted = 0 AND {condition}"  # noqa: S608 fixed
        found = self._ledger.rows(f"{sql} ORDER BY {last}" if last else sql, parameters)
        rows = [dict(zip(names, row, strict=True)) for row in found]
        if not last:
            rows.sort(key=_by(self.order))
        if not rows or not self.parts:
            return [self.put_together(row, {}) for row in rows]
        wanted = json.dumps([row["id"] for row in rows])
        parts = {part.name: self._parts(part, wanted) for part in self.parts}
        return [
            self.put_together(row, {table: found.get(row["id"], ()) for table, found in parts.items()}) for row in rows
        ]

    def _parts(self, part: PartTable, record_ids: str) -> dict[str, list[Values]]:
        sql = f"SELECT {self.owner}, {part.columns} FROM {part.name} WHERE deleted = 0 AND {self.owner} {NAMED}"  # noqa: S608
        names = part.columns.split(", ")
        found: dict[str, list[Values]] = {}
        for owner, *row in self._ledger.rows(sql, (record_ids,)):
            found.setdefault(owner, []).append(dict(zip(names, row, strict=True)))
        for rows in found.values():
            rows.sort(key=_by(part.order))
        return found

    def _rows_of(self, record_id: str, condition: str = "") -> dict[str, list[str]]:
        """The ids of the record's rows by table, its own last."""
        found = {}
        for part in self.parts:
            sql = f"SELECT id FROM {part.name} WHERE {self.owner} = ? {condition}"  # noqa: S608 fixed names
            found[part.name] = [row[0] for row in self._ledger.rows(sql, (record_id,))]
        return {**found, self.table: [record_id]}

    def _write(self, table: str, before: Mapping[str, Values], after: Iterable[Values]) -> None:
        """Write the rows that differ, and only their columns that do; leave tombstones of those that are gone."""
        new = {row["id"]: row for row in after}
        for row_id in before.keys() - new.keys():
            self._remove(table, row_id)
        for row_id, row in new.items():
            old = before.get(row_id)
            if old == row:
                continue
            self._ledger.touch(table, row_id)
            changed = row if old is None else {name: value for name, value in row.items() if old[name] != value}
            self._ledger.put(table, {"id": row_id, **changed, "hlc": self._ledger.stamp(), "deleted": 0})

    def _remove(self, table: str, row_id: str) -> None:
        self._ledger.touch(table, row_id)
        entomb(self._ledger, table, row_id)


def part_id(record_id: str, name: str) -> str:
    """The id of a part that a record has once, by what names it: the same on every computer."""
    return str(uuid.uuid5(uuid.UUID(record_id), name))


def renamed_parts(parts: Iterable[Part], record_id: str, part_ids: Collection[str]) -> tuple[Part, ...]:
    """The parts of a record, those of these ids under others."""
    return tuple(replace(part, id=part_id(record_id, part.id)) if part.id in part_ids else part for part in parts)


def _by(order: str) -> Callable[[Values], list[tuple[bool, Any]]]:
    """The order that SQL would give, nothing first; there each row sorted takes memory that is locked and wiped."""
    names = order.split(", ")
    return lambda row: [(row[name] is not None, row[name]) for name in names]

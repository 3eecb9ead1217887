"""The open database as the aggregates see it: reads, writes inside one transaction, stamps, records."""

from __future__ import annotations

import contextlib
import re
import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.host.clock import Clock
from journal.model.errors import JournalReadOnly
from journal.model.hlc import HybridClock, Stamp
from journal.store.connection import roll_back
from journal.store.faults import sqlite_faults
from journal.store.file_place import FilePlace
from journal.store.search_removal import sweep

if TYPE_CHECKING:
    from sqlite_utils import Database

    from journal.store.recording import Recording

Row = tuple[Any, ...]

STAMPED_TABLES = (
    "item",
    "item_version",
    "import",
    "setting",
    "entry",
    "course",
    "course_plan",
    "session",
    "vital",
    "effect",
    "effect_point",
    "medicine",
    "medicine_dose",
    "intake",
    "practice",
    "marker",
    "form",
    "questionnaire",
    "item_group",
    "profile",
    "goal",
    "clinician",
    "appointment",
    "question",
    "plan_line",
    "contact",
    "calm_moment",
)
"""Tables that are merged, in the order in which rows can be put back (a version needs its item)."""

_NO_RECORDS = ("item", "item_version", "import", "setting", "entry")
_PARTS = ("course_plan", "vital", "effect", "effect_point", "medicine_dose")

RECORD_TABLES = tuple(table for table in STAMPED_TABLES if table not in (*_NO_RECORDS, *_PARTS))
"""Tables beside the entries whose rows are records of their own and not parts of one."""

ROWS_A_STATEMENT = 100
_OF_ITEMS = re.compile(r"\b(item|item_version|item_group|setting)\b")
"""Their order is a setting."""


class Ledger:
    """One connection, on the thread that opened it.

    `recording` notes what an action touches. `item_changes` grows with each statement that may have
    changed an item or a version, so that they need not be read anew for every answer.
    """

    def __init__(self, database: Database, path: Path, clock: Clock, *, read_only: bool) -> None:
        self.database = database
        self.path = path
        self.clock = clock
        self.read_only = read_only
        self.recording: Recording | None = None
        self.item_changes = 0
        self._place = FilePlace(path)
        self._stamps = HybridClock(clock.now_ms, secrets.randbits(64))
        self._stamp: str | None = None
        self._columns: dict[str, tuple[Row, ...]] = {}

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query, as plain tuples."""
        with sqlite_faults(self.path):
            found: list[Row] = self.database.conn.execute(sql, parameters).fetchall()
            return found

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    def columns(self, table: str) -> tuple[Row, ...]:
        """The columns of a table: name, type, and whether something must stand there."""
        if table not in self._columns:
            rows = self.rows('SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,))
            self._columns[table] = tuple(rows)
        return self._columns[table]

    def write(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run a writing statement; the number of rows it changed."""
        self._require_transaction()
        if _OF_ITEMS.search(sql):
            self.item_changes += 1
        changed: int = self.database.execute(sql, parameters).rowcount
        return changed

    def put(self, table: str, row: dict[str, Any], key: str = "id") -> None:
        """Insert a row, or replace its columns where there is one with this key."""
        columns = ", ".join(f"{name} = ?" for name in row)
        sql = f"UPDATE {table} SET {columns} WHERE {key} = ?"  # noqa: S608 fixed names
        if self.write(sql, (*row.values(), row[key])) == 0:
            self.insert(table, tuple(row), [tuple(row.values())])

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Insert rows that are not there yet, many in one statement: half the memory to lock and wipe.

        Plain statements: sqlite-utils' upsert asks for the schema at each call, and SQLite's own
        upsert keeps a journal of each statement, which is slow where memory is locked and wiped.
        """
        self._require_transaction()
        places = f"({', '.join('?' * len(columns))})"
        for start in range(0, len(rows), ROWS_A_STATEMENT):
            part = rows[start : start + ROWS_A_STATEMENT]
            sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([places] * len(part))}"  # noqa: S608 fixed
            self.write(sql, [value for row in part for value in row])

    def stamp(self) -> str:
        """The stamp of the running transaction: all rows of one change carry the same."""
        self._require_transaction()
        if self._stamp is None:
            self._stamp = str(self._stamps.tick())
        return self._stamp

    def see_stamps(self) -> None:
        """Never stamp below what the journal holds already, even if the clock was set back."""
        newest = " UNION ALL ".join(f"SELECT max(hlc) AS newest FROM {table}" for table in STAMPED_TABLES)  # noqa: S608
        row = self.one(f"SELECT max(newest) FROM ({newest})")  # noqa: S608 fixed names
        if row is not None and row[0] is not None:
            self._stamps.see(Stamp.parse(row[0]))

    def touch(self, table: str, key: str) -> None:
        """Say that a row is about to change, so that an action can be undone."""
        self._require_transaction()
        if self.recording is not None:
            self.recording.touch(self, table, key)

    @contextlib.contextmanager
    def bulk_transaction(self) -> Iterator[None]:
        """A transaction for thousands of rows: references are checked once at its end.

        Checking them row by row takes three quarters of the time where memory is locked and wiped.
        """
        with self._without_references(), self.transaction():
            yield
            if self.rows("PRAGMA foreign_key_check"):
                raise RuntimeError("a row refers to one that is not there")

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """One BEGIN IMMEDIATE … COMMIT, or ROLLBACK when anything is raised. Does not nest."""
        if self.database.conn.in_transaction:
            raise RuntimeError("a transaction is open already")
        if self.read_only:
            raise JournalReadOnly(path=str(self.path))
        self._place.require()
        connection = self.database.conn
        with sqlite_faults(self.path):
            connection.execute("BEGIN IMMEDIATE")
            before = connection.total_changes
            try:
                yield
                if connection.total_changes != before:
                    sweep(self)
                connection.execute("COMMIT")
                self._place.note()
            except BaseException:
                self.item_changes += 1
                roll_back(connection)
                raise
            finally:
                self._stamp = None

    @contextlib.contextmanager
    def _without_references(self) -> Iterator[None]:
        connection = self.database.conn
        if connection.in_transaction:
            raise RuntimeError("a transaction is open already")  # in one, the setting below does nothing
        with sqlite_faults(self.path):
            try:
                connection.execute("PRAGMA foreign_keys=OFF")
                yield
            finally:
                connection.execute("PRAGMA foreign_keys=ON")

    def _require_transaction(self) -> None:
        if not self.database.conn.in_transaction:
            raise RuntimeError("writes belong inside action() or tx()")

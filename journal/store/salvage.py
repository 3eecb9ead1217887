"""What can be read of a damaged journal, written into a new one under the same key.

Only pages that authenticate are looked at, so nothing is there that was not written. The damaged
journal is not touched. Undo history does not come along.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.model.errors import JournalDamaged, JournalError, JournalInUse
from journal.store.backup_files import list_backups
from journal.store.connection import connect, connect_new
from journal.store.data_key import DataKey
from journal.store.faults import sqlite_faults
from journal.store.integrity import problems_of
from journal.store.key_file import Document, dumped
from journal.store.ledger import STAMPED_TABLES
from journal.store.leftovers import TRIAL
from journal.store.migrations import apply_steps
from journal.store.private_files import PRIVATE_FILE, file_faults, private_file
from journal.store.salvage_pages import SALT, Pages, read_pages
from journal.store.salvage_rows import Column, Found, FoundTable, Shape, find_rows, holes_of_entries
from journal.store.unfinished_vault import begun_vault, finish_vault

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES = (*STAMPED_TABLES, "rating", "draft")
_ORDER = (
    *STAMPED_TABLES[: STAMPED_TABLES.index("entry") + 1],
    "rating",
    *STAMPED_TABLES[STAMPED_TABLES.index("entry") + 1 :],
    "draft",
)

_NEEDED = ("item", "item_version")
_UNREADABLE = (OSError, zipfile.BadZipFile, StopIteration, ValueError, NotImplementedError, zlib.error, EOFError)

Fill = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Rows by table and id that can stand in where one was lost: items of the catalogue and their versions."""


@dataclass(frozen=True, slots=True)
class TableReport:
    """One table: how many rows were kept, how many are known to be lost (None: some, nobody knows how many).

    `loose` are rows that were read but lost what they belong to: an answer without its entry.
    """

    table: str
    kept: int
    lost: int | None
    loose: int = 0


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """What became of each table, the days that lost something, and the days whose answers may lack some."""

    tables: tuple[TableReport, ...]
    lost_days: tuple[date, ...] = ()
    thin_days: tuple[date, ...] = ()
    pages: int = 0
    unreadable_pages: int = 0
    strange_pages: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing was lost."""
        return not self.unreadable_pages and all(each.lost == 0 and each.loose == 0 for each in self.tables)


def salvage(folder: Path, document: Document, key: DataKey, to: Path, fill: Fill) -> SalvageReport:
    """Write what is readable of the journal in `folder` into a new one in `to`, which the same secrets open.

    Raises JournalInUse, JournalExists, JournalDamaged when nothing can be read at all, DiskFull,
    JournalReadOnly, StorageFailed. Nothing is left of one that failed.
    """
    source = folder / document["db"]
    _require_free(source, key)
    with begun_vault(to, dumped(document)):
        made = to / document["db"]
        with file_faults(made):
            private_file(made)
        database = connect_new(made, key)
        try:
            with sqlite_faults(made):
                report = _filled(database, folder, source, key, to, fill)
                if problems_of(database):
                    raise JournalDamaged(path=str(source), backup=None)
        finally:
            database.conn.close()
        finish_vault(to)
    return report


def _filled(database: Database, folder: Path, source: Path, key: DataKey, to: Path, fill: Fill) -> SalvageReport:
    connection = database.conn
    connection.execute("BEGIN IMMEDIATE")
    apply_steps(database)
    shapes = {table: _shape(database, table) for table in TABLES}
    with _settled(source, key, to) as path:
        pages = read_pages(_content(path), key, _salts(folder))
    if not pages.content:
        raise JournalDamaged(path=str(source), backup=None)
    found = find_rows(pages, shapes)
    report = _written(database, found, pages, _Stand(fill, folder, key, shapes))
    connection.execute("COMMIT")
    return report


def _require_free(source: Path, key: DataKey) -> None:
    """Raise JournalInUse while another window has it open; damage is what this is for."""
    try:
        connect(source, key, read_only=True).conn.close()
    except JournalInUse:
        raise
    except JournalError:
        return


@contextlib.contextmanager
def _settled(source: Path, key: DataKey, within: Path) -> Any:
    """The database as it stood after its last whole save: a save that was cut off is taken back, in a copy."""
    cut_off = source.with_name(f"{source.name}-journal")
    if not cut_off.exists() or cut_off.stat().st_size == 0:
        yield source
        return
    apart = Path(tempfile.mkdtemp(prefix=TRIAL, dir=within))
    try:
        for path in (source, cut_off):
            shutil.copyfile(path, apart / path.name)
            (apart / path.name).chmod(PRIVATE_FILE)
        with contextlib.suppress(JournalError):
            connect(apart / source.name, key).conn.close()
        yield apart / source.name
    finally:
        shutil.rmtree(apart, ignore_errors=True)


def _salts(folder: Path) -> list[bytes]:
    """Of the journal's backups: a copy keeps the salt of what it is a copy of."""
    salts = []
    for backup in reversed(list_backups(folder)):
        with contextlib.suppress(*_UNREADABLE):
            salts.append(_salt_in(backup.path))
    return list(dict.fromkeys(salts))


def _salt_in(backup: Path) -> bytes:
    with zipfile.ZipFile(backup) as archive, archive.open(_database_in(archive)) as member:
        return member.read(SALT)


def _database_in(archive: zipfile.ZipFile) -> str:
    return next(each for each in archive.namelist() if each.endswith(".db"))


def _content(path: Path) -> bytes:
    with file_faults(path):
        return path.read_bytes()


@dataclass(frozen=True)
class _Stand:
    """Rows that stand in for lost ones which answers need: from the newest backup with them, else the catalogue."""

    fill: Fill
    folder: Path
    key: DataKey
    shapes: Mapping[str, Shape]

    def row(self, table: str, row_id: str) -> Mapping[str, Any] | None:
        """The row of an item or a version, or None where nobody knows it."""
        return self._backed_up.get(table, {}).get(row_id) or self.fill.get(table, {}).get(row_id)

    @cached_property
    def _backed_up(self) -> dict[str, dict[str, Mapping[str, Any]]]:
        known: dict[str, dict[str, Mapping[str, Any]]] = {table: {} for table in _NEEDED}
        for backup in reversed(list_backups(self.folder)):
            with contextlib.suppress(*_UNREADABLE):
                found = self._found_in(backup.path)
                for table, rows in known.items():
                    for row in found.tables[table].rows:
                        rows.setdefault(row["id"], row)
        return known

    def _found_in(self, backup: Path) -> Found:
        with zipfile.ZipFile(backup) as archive:
            pages = read_pages(archive.read(_database_in(archive)), self.key)
        return find_rows(pages, {table: self.shapes[table] for table in _NEEDED})


def _shape(database: Database, table: str) -> Shape:
    rows = database.conn.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (table,)).fetchall()
    columns = tuple(Column(name, kind, bool(needed), kind == "INTEGER" and bool(pk)) for name, kind, needed, pk in rows)
    return Shape(columns, is_index=table == "rating")


def _written(database: Database, found: Found, pages: Pages, stand: _Stand) -> SalvageReport:
    kept: dict[str, int] = {}
    loose: dict[str, int] = {}
    for table in _ORDER:
        rows = found.tables[table].rows
        _stand_in(database, table, found, stand)
        written = sum(_write(database, table, row) for row in rows)
        kept[table], loose[table] = written, len(rows) - written
    tables = tuple(TableReport(name, kept[name], _lost(found.tables[name]), loose[name]) for name in _ORDER)
    days = {day for table in found.tables.values() for day in table.gone_days}
    thin = _thin_days(found)
    return SalvageReport(tables, tuple(sorted(days)), thin, pages.count, len(pages.unreadable), found.strange)


def _lost(table: FoundTable) -> int | None:
    if table.gone_ids is None:
        return None
    return max(len(table.gone_ids), 0)


def _thin_days(found: Found) -> tuple[date, ...]:
    """The days of entries that may have had answers on unreadable pages."""
    days = {row["id"]: row["day"] for row in found.tables["entry"].rows if not row["deleted"]}
    thin = holes_of_entries(found.tables["rating"].holes, sorted(days))
    return tuple(sorted({date.fromisoformat(days[entry_id]) for entry_id in thin}))


def _stand_in(database: Database, table: str, found: Found, stand: _Stand) -> None:
    """Put in the items and versions that answers need and that were lost, where they are known from elsewhere."""
    if table not in _NEEDED:
        return
    there = {row["id"] for row in found.tables[table].rows}
    for row_id in _needed(table, found) - there:
        row = stand.row(table, row_id)
        if row is not None:
            _write(database, table, row)


def _needed(table: str, found: Found) -> set[str]:
    if table == "item_version":
        return {row["version_id"] for row in found.tables["rating"].rows}
    naming = ("rating", "item_version", "effect", "effect_point")
    return {row["item_id"] for each in naming for row in found.tables[each].rows}


def _write(database: Database, table: str, row: Mapping[str, Any]) -> bool:
    """Whether a row could be written: not one that is there already, nor one without what it belongs to."""
    from sqlcipher3 import dbapi2 as sqlcipher

    columns, places = ", ".join(row), ", ".join("?" * len(row))
    try:
        database.conn.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", tuple(row.values()))  # noqa: S608 our own
    except sqlcipher.IntegrityError:
        return False
    return True

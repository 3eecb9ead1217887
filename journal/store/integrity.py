"""Whether a database is whole: every page authentic, the structure sound, every reference kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal.store.connection import connect
from journal.store.data_key import DataKey
from journal.store.faults import sqlite_faults

if TYPE_CHECKING:
    from sqlite_utils import Database


def problems_of(database: Database) -> list[str]:
    """What is wrong with an open database, in SQLite's words; empty if all is well.

    Only the first check finds every flipped bit; the others find what is wrong in authentic pages.
    """
    checks = ("cipher_integrity_check", "quick_check")
    found = [str(row[0]) for check in checks for row in database.conn.execute(f"PRAGMA {check}")]
    loose = [f"{row[0]} without {row[2]}" for row in database.conn.execute("PRAGMA foreign_key_check")]
    return [line for line in found if line != "ok"] + loose


def problems_in(path: Path, key: DataKey) -> list[str]:
    """What is wrong with a database file. Raises JournalDamaged if it can't even be opened."""
    database = connect(path, key)
    try:
        with sqlite_faults(path):
            return problems_of(database)
    finally:
        database.conn.close()

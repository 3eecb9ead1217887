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
    forged = [str(row[0]) for row in database.conn.execute("PRAGMA cipher_integrity_check")]
    if forged:
        return forged  # the other checks would stop at the first of these pages
    torn = [str(row[0]) for row in database.conn.execute("PRAGMA quick_check") if row[0] != "ok"]
    loose = [f"{row[0]} without {row[2]}" for row in database.conn.execute("PRAGMA foreign_key_check")]
    return torn + loose


def problems_in(path: Path, key: DataKey) -> list[str]:
    """What is wrong with a database file. Raises JournalDamaged if it can't even be opened."""
    database = connect(path, key)
    try:
        with sqlite_faults(path):
            return problems_of(database)
    finally:
        database.conn.close()

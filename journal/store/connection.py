"""Opening the encrypted database, with the settings that keep it whole and private."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from journal.store.data_key import DataKey
from journal.store.faults import damaged, sqlite_faults

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_WAIT_S = 1.0
KEPT_STATEMENTS = 1024
"""More than the program has, so that hardly one is read twice.

Statements that are kept use up the connection's lookaside memory. From then on SQLite asks the system for each
piece, and SQLCipher locks and wipes it: an entry of 20 ratings took 1,100 such calls with the driver's own limit
of 128, which let statements go and read them again all the time, and takes 190 so.
"""
PAGE_CACHE_KIB = 64 * 1024
"""More than the journal of a life: what is read once is not deciphered again. It is taken only as it is needed."""

_TEMP_IN_MEMORY = (0, 2)
MEMORY_SECURITY = "ON"
"""SQLCipher locks its memory in place and wipes what it gives back. Once on, it stays on for the whole process."""


def connect(path: Path, key: DataKey, *, read_only: bool = False) -> Database:
    """Open a database that exists, and take its lock.

    Raises JournalInUse, JournalDamaged (also for an empty file, which would open with any key),
    StorageFailed. A file that can't be written opens all the same; writing then says so.
    """
    _require_content(path)
    return _connected(path, key, "ro" if read_only else "rw")


def connect_new(path: Path, key: DataKey) -> Database:
    """Open an empty file as a new database."""
    return _connected(path, key, "rw")


def probe_writing(database: Database, path: Path) -> None:
    """Find out now, and not at the first save, that the place can't be written. Changes nothing.

    Raises JournalReadOnly, DiskFull, StorageFailed. Asking the system for permissions would not do:
    it says yes to root, and on some file systems to everybody.
    """
    connection = database.conn
    with sqlite_faults(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute(f"PRAGMA user_version = {version}")  # makes SQLite open its journal file
        finally:
            roll_back(connection)


def roll_back(connection: Any) -> None:
    """End a transaction that is to leave nothing behind; one that a fault has ended already is only tidied up.

    SQLCipher 4.19 lets SQLite look at a page that is rolled back before it is
    decrypted. About once in 6,000 times the cipher's bytes pass for a page, the first page is remembered by
    them, and the next read of the schema says "malformed" though the file is whole. Letting go of the cache
    makes SQLite look again.
    """
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.execute("PRAGMA shrink_memory")


def _require_content(path: Path) -> None:
    if path.is_file() and path.stat().st_size == 0:
        raise damaged(path)


def _connected(path: Path, key: DataKey, mode: str) -> Database:
    driver = load_driver()
    from sqlite_utils import Database

    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    with sqlite_faults(path):
        connection = driver.connect(
            uri, uri=True, timeout=BUSY_WAIT_S, isolation_level=None, cached_statements=KEPT_STATEMENTS
        )
        try:
            _unlock(connection, key)
            _settle(connection, mode)
        except BaseException:
            connection.close()
            raise
    return Database(connection, recursive_triggers=False, execute_plugins=False, strict=True)


def load_driver() -> Any:
    """SQLCipher's driver, standing in for pysqlite3 so that sqlite-utils catches its exceptions."""
    from sqlcipher3 import dbapi2

    sys.modules.setdefault("pysqlite3", dbapi2)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    from sqlite_utils import db

    if vars(db)["sqlite3"] is not dbapi2:
        raise RuntimeError("sqlite_utils was imported before the store")
    return dbapi2


def _unlock(connection: Any, key: DataKey) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA cipher_memory_security={MEMORY_SECURITY}")
    spec = key.spec()
    try:
        connection.set_key(spec)  # a PRAGMA string would leave copies of the key in memory
    finally:
        spec[:] = bytes(len(spec))


def _settle(connection: Any, mode: str) -> None:
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # authenticates the first page
    if mode == "rw":
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA secure_delete=ON")
    connection.execute(f"PRAGMA cache_size=-{PAGE_CACHE_KIB}")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    if connection.execute("PRAGMA temp_store").fetchone()[0] not in _TEMP_IN_MEMORY:
        raise RuntimeError("temporary tables would be written to disk in the clear")
    if mode == "rw":
        connection.execute("BEGIN EXCLUSIVE")  # takes the lock, which locking_mode keeps
        connection.execute("COMMIT")

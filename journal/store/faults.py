"""What SQLite says, as the journal's errors. No text of the journal goes into their fields."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from journal.model.errors import (
    DiskFull,
    Interrupted,
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalReadOnly,
    StorageFailed,
)


@contextlib.contextmanager
def sqlite_faults(path: Path) -> Iterator[None]:
    """Turn an expected fault of the database at `path` into a JournalError; bugs stay as they are."""
    from sqlcipher3 import dbapi2 as sqlcipher

    try:
        yield
    except sqlcipher.Error as error:
        known = _known(getattr(error, "sqlite_errorname", None) or "", path)
        if known is None:
            raise
        raise known from error


def _known(name: str, path: Path) -> JournalError | None:
    # Extended names begin with the plain one: SQLITE_IOERR_WRITE, SQLITE_READONLY_DIRECTORY.
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return JournalInUse(path=str(path))
    if name.startswith("SQLITE_FULL"):
        return DiskFull(path=str(path))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM")):
        return JournalReadOnly(path=str(path))
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return StorageFailed(path=str(path), detail=name)
    return Interrupted() if name == "SQLITE_INTERRUPT" else None


def damaged(path: Path) -> JournalDamaged:
    """The database at `path` can't be read; the newest backup beside it is offered."""
    from journal.store.backup_files import newest_backup

    backup = newest_backup(path.parent)
    return JournalDamaged(path=str(path), backup=None if backup is None else str(backup.path))

"""Another copy of the journal, from another computer: a folder or a backup file, opened for reading.

Nothing in it is changed. What can't be read as it is (an older schema, a save that was cut off) is
read from a private copy in the journal's own folder, which is gone afterwards.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.model.errors import (
    JournalDamaged,
    JournalInUse,
    JournalMissing,
    JournalReadOnly,
    JournalTooNew,
    OtherDamaged,
    OtherInUse,
    OtherJournal,
    OtherSecretNeeded,
    SameJournal,
    StorageFailed,
)
from journal.store.backups import restore_backup
from journal.store.connection import connect
from journal.store.data_key import DataKey
from journal.store.faults import sqlite_faults
from journal.store.integrity import problems_of
from journal.store.key_file import KEY_FILE, read_document, seal_holds
from journal.store.migrations import applied_steps, apply_steps, pending_steps, unknown_steps
from journal.store.private_files import file_faults
from journal.store.vault import has_journal, key_of

APART = ".merging-"
"""Before the name of the folder for private copies; what a crash leaves of them is swept."""


@dataclass(frozen=True, slots=True)
class OtherCopy:
    """A copy that can be attached: its database, of our schema, and the key, wiped when it is left."""

    database: Path
    key: DataKey


@contextlib.contextmanager
def opened_copy(
    folder: Path,
    own: DataKey,
    other: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
) -> Iterator[OtherCopy]:
    """Open another copy of the journal in `folder`, whose key is `own`, whole and ready to be attached.

    The secrets are only needed where the copy has another key. Raises FileMissing, JournalMissing,
    InvalidFile, SameJournal, OtherJournal, OtherSecretNeeded, WrongPassphrase, WrongRecoveryCode,
    RecoveryCodeMistyped, OtherInUse, OtherDamaged, JournalTooNew, what a key file raises, DiskFull.
    """
    with contextlib.ExitStack() as stack:
        place = _place(folder, other, stack)
        key, database = _key_and_database(folder, place, own, other, passphrase, recovery_code)
        stack.callback(key.wipe)
        with _telling(other):
            readable = _readable(folder, database, key, stack)
        yield OtherCopy(readable, key)


def sweep_apart(folder: Path) -> None:
    """Remove private copies that a killed process left. Only for the holder of the journal's lock."""
    for path in folder.glob(f"{APART}*"):
        shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def unpacked(folder: Path, backup: Path) -> Iterator[Path]:
    """A backup unpacked apart, in the journal's own folder, gone afterwards. Raises what `restore_backup` raises."""
    with contextlib.ExitStack() as stack:
        place = _apart(folder, stack) / "journal"
        restore_backup(backup, place)
        yield place


def _place(folder: Path, other: Path, stack: contextlib.ExitStack) -> Path:
    if not other.is_dir():
        return stack.enter_context(unpacked(folder, other))
    if os.path.realpath(other) == os.path.realpath(folder):
        raise SameJournal(path=str(other))
    if not has_journal(other):
        raise JournalMissing(path=str(other))
    return other


def _key_and_database(
    folder: Path, place: Path, own: DataKey, other: Path, passphrase: str | None, recovery_code: str | None
) -> tuple[DataKey, Path]:
    document = read_document(place / KEY_FILE)
    if document["journal_id"] != read_document(folder / KEY_FILE)["journal_id"]:
        raise OtherJournal(path=str(other))
    database = place / str(document["db"])
    if seal_holds(document, own):
        return own.copy(), database
    if passphrase is None and recovery_code is None:
        raise OtherSecretNeeded(path=str(other))
    key = key_of(document, passphrase, recovery_code)
    if not seal_holds(document, key):
        key.wipe()
        raise OtherDamaged(path=str(other))
    return key, database


def _readable(folder: Path, database: Path, key: DataKey, stack: contextlib.ExitStack) -> Path:
    """The database itself where it is whole and of our schema, else a private copy that was brought in order."""
    try:
        if _is_current(database, key):
            return database
    except (JournalReadOnly, StorageFailed):
        if not database.with_name(f"{database.name}-journal").exists():
            raise
    copy = _apart(folder, stack) / database.name
    with file_faults(copy):
        for path in (database, database.with_name(f"{database.name}-journal")):
            if path.exists():
                shutil.copyfile(path, copy.with_name(path.name))
    _bring_up_to_date(copy, key)
    return copy


def _is_current(path: Path, key: DataKey) -> bool:
    """Whether a database is of our schema; raises for a newer one, a foreign one, and damage."""
    database = connect(path, key, read_only=True)
    try:
        with sqlite_faults(path):
            if unknown_steps(database):
                raise JournalTooNew(path=str(path.parent))
            if not applied_steps(database) or problems_of(database):
                raise JournalDamaged(path=str(path), backup=None)
            return not pending_steps(database)
    finally:
        database.conn.close()


def _bring_up_to_date(path: Path, key: DataKey) -> None:
    database = connect(path, key)
    try:
        with sqlite_faults(path):
            if problems_of(database):
                raise JournalDamaged(path=str(path), backup=None)
            if unknown_steps(database):
                raise JournalTooNew(path=str(path.parent))
            database.conn.execute("BEGIN IMMEDIATE")
            apply_steps(database)
            database.conn.execute("COMMIT")
    finally:
        database.conn.close()


def _apart(folder: Path, stack: contextlib.ExitStack) -> Path:
    with file_faults(folder):
        made = tempfile.mkdtemp(prefix=APART, dir=folder)
    stack.callback(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


@contextlib.contextmanager
def _telling(other: Path) -> Iterator[None]:
    """Say of what is wrong with the other copy that it is the other one."""
    try:
        yield
    except JournalInUse as error:
        raise OtherInUse(path=str(other)) from error
    except JournalDamaged as error:
        raise OtherDamaged(path=str(other)) from error
    except JournalTooNew as error:
        raise JournalTooNew(path=str(other)) from error

"""Backups: made from an open journal, verified before they get their name, and restored.

A backup is a zip file, stored and not compressed, with the key file and the database, both as
encrypted as in the journal's folder.
"""

from __future__ import annotations

import errno
import os
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from journal.host.whole_files import MOST_OF_THE_NAME
from journal.model.errors import (
    BackupDamaged,
    FileMissing,
    FileUnreadable,
    InvalidFile,
    JournalDamaged,
    JournalError,
    JournalTooNew,
)
from journal.store.connection import connect
from journal.store.data_key import DataKey
from journal.store.faults import sqlite_faults
from journal.store.integrity import problems_in, problems_of
from journal.store.key_file import KEY_FILE, Document, parsed
from journal.store.migrations import applied_steps, unknown_steps
from journal.store.private_files import (
    PRIVATE_FILE,
    file_faults,
    private_file,
    sync_file,
    sync_folder,
)
from journal.store.unfinished_vault import begun_vault, finish_vault
from journal.texts.translation import mark

if TYPE_CHECKING:
    from sqlite_utils import Database

ZIP_START = b"PK\x03\x04"

_MAX_KEY_FILE_BYTES = 65_536
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError)


def make_backup(database: Database, journal_path: Path, key: DataKey, to: Path) -> None:
    """Write a backup of an open journal: copy, verify, zip, fsync, rename. No transaction may be open.

    Raises DiskFull, JournalReadOnly, StorageFailed, Interrupted; JournalDamaged if the copy does not
    verify. Nothing is left of a backup that failed.
    """
    with file_faults(to), _beside(to, ".db") as copy, _beside(to, ".zip") as archive:
        with sqlite_faults(journal_path):
            database.conn.execute("VACUUM INTO ?", (str(copy),))
        if problems_in(copy, key):
            raise JournalDamaged(path=str(journal_path), backup=None)
        _zip(archive, journal_path, copy)
        archive.replace(to)
        sync_folder(to.parent)


def restore_backup(path: Path, folder: Path, key: DataKey | None = None) -> Document:
    """Unpack a backup into a folder that has no journal yet; the fields of its key file.

    With its key it is read through and through before it becomes a journal there.
    Raises FileMissing, FileUnreadable, JournalExists, InvalidFile, BackupDamaged, JournalTooNew,
    DiskFull, JournalReadOnly. Nothing is left of one that failed.
    """
    if not path.is_file():
        raise FileMissing(path=str(path))
    with _opened(path) as archive:
        keys = archive.read(KEY_FILE)
        document = _document(keys, path)
        with begun_vault(folder, keys):
            _unpack_database(archive, path, folder / document["db"])
            if key is not None:
                _require_whole(folder / document["db"], key, path)
            finish_vault(folder)
    return document


def backup_document(path: Path) -> Document:
    """The fields of a backup's key file. Raises what `restore_backup` raises for a file that is none."""
    if not path.is_file():
        raise FileMissing(path=str(path))
    with _opened(path) as archive:
        return _document(archive.read(KEY_FILE), path)


def _require_whole(database: Path, key: DataKey, backup: Path) -> None:
    """Raise BackupDamaged unless a database is whole, JournalTooNew if it is of a newer version."""
    try:
        opened = connect(database, key)
    except JournalDamaged as error:
        raise BackupDamaged(path=str(backup)) from error
    try:
        with sqlite_faults(database):
            if problems_of(opened) or not applied_steps(opened):
                raise BackupDamaged(path=str(backup))
            if unknown_steps(opened):
                raise JournalTooNew(path=str(backup))
    except JournalDamaged as error:
        raise BackupDamaged(path=str(backup)) from error
    finally:
        opened.conn.close()


@contextmanager
def _beside(path: Path, suffix: str) -> Iterator[Path]:
    """A private file in the same folder, gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:MOST_OF_THE_NAME]}-", suffix=suffix, dir=path.parent)
    os.close(handle)
    made = Path(name)
    try:
        yield made
    finally:
        for leftover in (made, made.with_name(f"{made.name}-journal")):
            leftover.unlink(missing_ok=True)


def _zip(archive: Path, journal_path: Path, copy: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as zipped:
        zipped.write(journal_path.with_name(KEY_FILE), KEY_FILE)
        zipped.write(copy, journal_path.name)
    archive.chmod(PRIVATE_FILE)
    sync_file(archive)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(archive, path)
            yield archive
    except _TORN as error:
        raise _torn(path) from error
    except PermissionError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place in the file that cannot be, as a flipped bit names it
            raise _torn(path) from error
        raise


def _torn(path: Path) -> JournalError:
    return BackupDamaged(path=str(path)) if begins_as_zip(path) else _invalid(path, mark("not a zip file"))


def begins_as_zip(path: Path) -> bool:
    """Whether the first bytes of a file are those of a zip file, whatever follows."""
    with path.open("rb") as file:
        return file.read(len(ZIP_START)) == ZIP_START


def _check_members(archive: zipfile.ZipFile, path: Path) -> None:
    """Two members, stored and not encrypted by zip: what is stored can't grow while it is unpacked."""
    members = archive.infolist()
    names = [member.filename for member in members]
    stored = all(member.compress_type == zipfile.ZIP_STORED and not member.flag_bits & 1 for member in members)
    if len(names) != 2 or KEY_FILE not in names or not stored:
        raise _invalid(path, mark("not a backup of a journal"))
    if archive.getinfo(KEY_FILE).file_size > _MAX_KEY_FILE_BYTES:
        raise BackupDamaged(path=str(path))


def _document(keys: bytes, path: Path) -> Document:
    try:
        return parsed(keys, path)
    except ValueError as error:
        raise BackupDamaged(path=str(path)) from error


def _unpack_database(archive: zipfile.ZipFile, path: Path, to: Path) -> None:
    if to.name not in archive.namelist():
        raise _invalid(path, mark("not a backup of a journal"))
    with file_faults(to):
        private_file(to)
        with archive.open(to.name) as source, to.open("wb") as target:
            shutil.copyfileobj(source, target)
        sync_file(to)


def _invalid(path: Path, reason: str) -> InvalidFile:
    return InvalidFile(path=str(path), line=None, column=None, reason=reason)

"""Copies of backups in a second place: a stick, or a folder that something else keeps in step.

Only files are touched here, no database, so that this can be done on a thread of its own: a place
that does not answer must hold nothing up.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from journal.model.errors import JournalError, StorageFailed
from journal.store.backup_files import NEUTRAL, BackupFile, kept, list_place, neutral_name
from journal.store.backups import backup_document
from journal.store.private_files import PRIVATE_FILE, file_faults, sync_file, sync_folder


def copy_to_place(backup: Path, made: datetime, place: Path, tag: str, *, rotate: bool = True) -> Path:
    """Copy a verified backup into a place, read it back, and let go of the oldest there if `rotate`.

    Raises StorageFailed, DiskFull, JournalReadOnly. Nothing is left of a copy that failed, or it is
    swept by the next one.
    """
    target = place / neutral_name(made, tag)
    with file_faults(place):
        _sweep(place, tag)
        _copied(backup, target)
        for old in _superfluous(place, tag) if rotate else ():
            if old.path != target:
                old.path.unlink(missing_ok=True)
    return target


def backups_of(place: Path, journal_id: str, tag: str) -> list[BackupFile]:
    """The backups of one journal in a place, whichever copy made them. Raises StorageFailed."""
    with file_faults(place):
        own = {backup.path for backup in list_place(place, tag)}
        return [each for each in list_place(place) if each.path in own or _is_of(each.path, journal_id)]


def _is_of(path: Path, journal_id: str) -> bool:
    with contextlib.suppress(JournalError, OSError):
        return bool(backup_document(path)["journal_id"] == journal_id)
    return False


def _copied(backup: Path, target: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, backup.open("rb") as source:
            shutil.copyfileobj(source, file)
        with contextlib.suppress(OSError):  # a stick may know no modes
            partial.chmod(PRIVATE_FILE)
        sync_file(partial)
        if _digest(partial) != _digest(backup):
            raise StorageFailed(path=str(target.parent), detail="EIO")
        partial.replace(target)
        with contextlib.suppress(OSError):  # nor does every file system sync a folder
            sync_folder(target.parent)
    finally:
        partial.unlink(missing_ok=True)


def _sweep(place: Path, tag: str) -> None:
    for path in place.glob(f".{NEUTRAL}-{tag}-*"):
        path.unlink(missing_ok=True)


def _superfluous(place: Path, tag: str) -> set[BackupFile]:
    there = list_place(place, tag)
    return set(there) - kept(there)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""Files and folders that only their owner can read, written so that a power cut leaves old or new."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from journal.host.whole_files import write_whole
from journal.model.errors import DiskFull, JournalReadOnly, StorageFailed

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def keep_private() -> None:
    """From now on this process makes files that only their owner can read."""
    os.umask(0o077)


@contextlib.contextmanager
def file_faults(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into the journal's errors."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=str(path)) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise JournalReadOnly(path=str(path)) from error
        raise StorageFailed(path=str(path), detail=errno.errorcode.get(error.errno or 0, "EIO")) from error


def private_folder(folder: Path) -> None:
    """Make the folder if it is missing, and close it to others."""
    with file_faults(folder):
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        folder.chmod(PRIVATE_FOLDER)


def private_file(path: Path) -> None:
    """Make an empty file that is closed to others. Raises FileExistsError if it is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file in one step: a power cut leaves the old or the new one, whole."""
    with file_faults(path):
        write_whole(path, data)
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until new names in a folder are on the disk. Windows has no such thing."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

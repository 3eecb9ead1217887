"""A journal's folder while it is being made: begun, finished, or swept away after a crash.

The key file waits under a provisional name until the database is whole, so that nothing interrupted
ever looks like a journal.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from journal.model.errors import JournalExists, StorageFailed
from journal.store.key_file import KEY_COPY, KEY_FILE, KEY_NEW
from journal.store.private_files import file_faults, private_folder, sync_folder, write_atomic


def has_journal(folder: Path) -> bool:
    """Whether a journal lives in this folder, even a damaged one.

    A database whose key file still waits under its provisional name was never finished. Raises
    StorageFailed for a folder that cannot be looked into.
    """
    try:
        if (folder / KEY_FILE).exists() or (folder / KEY_COPY).exists():
            return True
        return not (folder / KEY_NEW).exists() and any(folder.glob("journal-*.db"))
    except OSError as error:
        raise StorageFailed(path=str(folder), detail=errno.errorcode.get(error.errno or 0, "EIO")) from error


@contextlib.contextmanager
def begun_vault(folder: Path, key_file: bytes) -> Iterator[None]:
    """A new journal's folder, with the key file under its provisional name until `finish_vault`.

    If the body raises, everything goes again. Raises JournalExists, JournalReadOnly, DiskFull.
    """
    if has_journal(folder):
        raise JournalExists(path=str(folder))
    private_folder(folder)
    sweep_unfinished(folder)
    write_atomic(folder / KEY_NEW, key_file)
    try:
        yield
    except BaseException:
        sweep_unfinished(folder)
        raise


def finish_vault(folder: Path) -> None:
    """Give the key file of a new journal its name. From here on the journal exists."""
    with file_faults(folder):
        (folder / KEY_NEW).replace(folder / KEY_FILE)
        sync_folder(folder)
        write_atomic(folder / KEY_COPY, (folder / KEY_FILE).read_bytes())


def sweep_unfinished(folder: Path) -> None:
    """Remove a journal that was begun and not finished; nothing was ever kept in it."""
    if (folder / KEY_NEW).exists():
        for path in (*folder.glob("journal-*.db*"), folder / KEY_NEW):
            path.unlink()

"""Files that are handed to the person: written whole, never into the journal's own folder."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from journal.host.whole_files import whole_file
from journal.model.errors import DiskFull, FileExists, FileUnwritable, JournalError, JournalReadOnly, StorageFailed
from journal.texts.translation import _


def check_outside(path: Path, journal: Path) -> None:
    """Raise FileUnwritable for a path in the folder of the journal, whatever links lead there."""
    if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(journal)):
        raise FileUnwritable(path=str(path), detail=_("the journal's own folder"))


@contextlib.contextmanager
def written_file(path: Path, *, replaces: bool = True) -> Iterator[IO[bytes]]:
    """An open file that stands at `path` once the block is through. Raises FileExists, FileUnwritable.

    It is never written among the files of a journal, whichever journal that is: a picture saved over
    the keys would be the end of it.
    """
    from journal.store.backup_files import FOLDER
    from journal.store.key_file import KEY_FILE

    place = Path(os.path.realpath(path)).parent
    if os.path.lexists(place / KEY_FILE) or (place.name == FOLDER and os.path.lexists(place.parent / KEY_FILE)):
        raise FileUnwritable(path=str(path), detail=_("the journal's own folder"))
    try:
        with whole_file(path, replaces=replaces) as file:
            yield file
    except FileExistsError:
        raise FileExists(path=str(path)) from None
    except OSError as error:
        raise FileUnwritable(path=str(path), detail=error.strerror or type(error).__name__) from None


def why_unwritable(error: JournalError) -> str | None:
    """The system's words for a place that takes no file, of an error that would else be told of the journal.

    None where another sentence says more: a folder or a disk that is not there.
    """
    if isinstance(error, DiskFull):
        return os.strerror(errno.ENOSPC)
    number = error.__cause__.errno if isinstance(error.__cause__, OSError) else None
    too_long = isinstance(error, StorageFailed) and number == errno.ENAMETOOLONG
    return os.strerror(number) if number is not None and (too_long or isinstance(error, JournalReadOnly)) else None


def free_path(folder: Path, stem: str, ending: str) -> Path:
    """A path in a folder that nothing has yet: "Notes.zip", "Notes 2.zip"."""
    number, path = 1, folder / f"{stem}{ending}"
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem} {number}{ending}"
    return path

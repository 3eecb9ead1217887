"""Whether the open database is still the file under its path.

A file that was deleted, or replaced by a copy from elsewhere, takes writes without a word and loses
them all when it is closed: the open file has no name any more.
"""

from __future__ import annotations

import errno
from pathlib import Path

from journal.model.errors import StorageFailed

_REPLACED = "ESTALE"


class FilePlace:
    """Remembers what the file under a path looked like after the last write of one's own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._look()

    def require(self) -> None:
        """Raise StorageFailed if the file is gone, or another one stands in its place.

        Some file systems give a file another number each time, so a new number alone says nothing.
        """
        now = self._look()
        if now is None:
            raise StorageFailed(path=str(self._path), detail=errno.errorcode[errno.ENOENT])
        if self._seen is not None and now[0] != self._seen[0] and now[1] != self._seen[1]:
            raise StorageFailed(path=str(self._path), detail=_REPLACED)

    def note(self) -> None:
        """Remember the file as it is now, after a write."""
        self._seen = self._look() or self._seen

    def _look(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return (found.st_dev, found.st_ino), (found.st_mtime_ns, found.st_size)

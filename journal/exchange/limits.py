"""How large a file may be before it is refused with a sentence that names the limit."""

from __future__ import annotations

from pathlib import Path

from journal.model.errors import FileMissing, FileTooLarge, FileUnreadable, InvalidFile
from journal.texts.translation import mark

CHANGED = mark("it was changed while it was read")

MOST_BYTES = 256 * 1024 * 1024
MOST_ROWS = 2_000_000
MOST_LISTED = 1_000
"""How many unread cells are kept in memory; all of them go to a file if asked."""

MOST_NAMES = 10_000
"""How many different names a diary may have; in more it is no names that were read."""

MOST_OBJECTS = 4_000_000
"""Objects and lists in a JSON file. A journal that fills the largest file has half as many."""

FIRST_SHOWN = 20
"""How many entries a preview shows as they will look."""


def check_size(path: Path) -> int:
    """The size of a file in bytes. Raises FileMissing, FileUnreadable, FileTooLarge."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise FileMissing(path=str(path)) from None
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error
    if not path.is_file():
        raise FileUnreadable(path=str(path), detail="not a file")
    if size > MOST_BYTES:
        raise FileTooLarge(path=str(path), limit=MOST_BYTES, unit="bytes")
    return size


def stamp_of(path: Path) -> tuple[int, int]:
    """What tells whether a file was changed: its size, and when it was written. Raises as `check_size`."""
    check_size(path)
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def check_unchanged(path: Path, stamp: tuple[int, int]) -> None:
    """Refuse a file that is another one since it was looked at: what was settled then is of the old one.

    Raises InvalidFile, and as `check_size`.
    """
    if stamp_of(path) != stamp:
        raise InvalidFile(path=str(path), line=None, column=None, reason=CHANGED)


def check_objects(content: bytes, path: Path) -> None:
    """Refuse JSON that would take many times its own size in memory. Raises FileTooLarge."""
    if content.count(b"{") + content.count(b"[") > MOST_OBJECTS:
        raise FileTooLarge(path=str(path), limit=MOST_OBJECTS, unit="rows")

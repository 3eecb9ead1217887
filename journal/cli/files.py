"""Files that a command reads a secret from, or writes its result to."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from journal.model.errors import FileExists, FileMissing, FileUnreadable, FileUnwritable
from journal.texts.translation import _

LONGEST_SECRET = 64 * 1024


def read_secret(path: Path) -> str:
    """The secret in a file; its final newline is dropped. Raises FileMissing, FileUnreadable."""
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST_SECRET + 1)  # a device never ends
        if len(content) > LONGEST_SECRET:
            raise FileUnreadable(path=str(path), detail=_("it is too long for a secret"))
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        raise FileMissing(path=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path=str(path), detail=reason(error)) from None
    return text.removesuffix("\n").removesuffix("\r")


def read_password(path: Path) -> str:
    """The password in a file; an empty one would lock nothing. Raises FileMissing, FileUnreadable."""
    password = read_secret(path)
    if not password:
        raise FileUnreadable(path=str(path), detail=_("there is no password in it"))
    return password


def check_free(path: Path, journal: Path, *, force: bool) -> None:
    """Raise FileExists when something stands at `path` and it is not to be replaced.

    Raises FileUnwritable for what is never replaced: devices, and whatever lies in the folder of
    the journal.
    """
    from journal.app.written_files import check_outside

    # os.path answers "no" where a folder cannot be looked into; writing then says why.
    if os.path.isdir(path) or (os.path.lexists(path) and not force):  # noqa: PTH112
        raise FileExists(path=str(path))
    check_outside(path, journal)
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        raise FileUnwritable(path=str(path), detail=_("not a file"))


@contextlib.contextmanager
def result_file(path: Path, journal: Path, *, force: bool) -> Iterator[IO[bytes]]:
    """A file for a result, open for writing: there whole once the block is through, or not at all.

    Raises FileExists, FileUnwritable.
    """
    from journal.app.written_files import written_file

    check_free(path, journal, force=force)
    with written_file(path, replaces=force) as file:
        yield file


def write_file(path: Path, content: bytes, journal: Path, *, force: bool) -> None:
    """Write a result whole or not at all. Raises FileExists, FileUnwritable."""
    with result_file(path, journal, force=force) as file:
        file.write(content)


def reason(error: Exception) -> str:
    """The system's own words for a fault, without the path."""
    if isinstance(error, UnicodeDecodeError):
        return _("not text in UTF-8")
    return error.strerror or type(error).__name__ if isinstance(error, OSError) else type(error).__name__

"""Files that a command reads a secret from, or writes its result to."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from journal.model.errors import FileExists, FileMissing, FileUnreadable, FileUnwritable
from journal.texts.translation import _


def read_secret(path: Path) -> str:
    """The secret in a file; its final newline is dropped. Raises FileMissing, FileUnreadable."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise FileMissing(path=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path=str(path), detail=reason(error)) from None
    return text.removesuffix("\n").removesuffix("\r")


def check_free(path: Path, journal: Path, *, force: bool) -> None:
    """Raise FileExists when something stands at `path` and it is not to be replaced.

    Raises FileUnwritable for what is never replaced: devices, and whatever lies in the folder of
    the journal.
    """
    # os.path answers "no" where a folder cannot be looked into; writing then says why.
    if os.path.isdir(path) or (os.path.lexists(path) and not force):  # noqa: PTH112
        raise FileExists(path=str(path))
    if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(journal)):
        raise FileUnwritable(path=str(path), detail=_("the journal's own folder"))
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        raise FileUnwritable(path=str(path), detail=_("not a file"))


def write_file(path: Path, content: bytes, journal: Path, *, force: bool) -> None:
    """Write a result whole or not at all. Raises FileExists, FileUnwritable."""
    check_free(path, journal, force=force)
    try:
        handle, name = tempfile.mkstemp(prefix=".leeward-", dir=path.parent)
        partial = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FileUnwritable(path=str(path), detail=reason(error)) from None


def reason(error: Exception) -> str:
    """The system's own words for a fault, without the path."""
    if isinstance(error, UnicodeDecodeError):
        return _("not text in UTF-8")
    return error.strerror or type(error).__name__ if isinstance(error, OSError) else type(error).__name__

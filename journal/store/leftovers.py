"""What a killed process left in a journal's folder: half-written files under names of their own."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from journal.store.backup_files import FOLDER
from journal.store.key_file import KEY_COPY, KEY_FILE, KEY_NEW

ENDING = ".ending"
"""The note that an end was asked for. In a journal that opens, it did not get as far as the keys."""

_PATTERNS = (
    f".{KEY_FILE}-*",
    f".{KEY_COPY}-*",
    f".{KEY_NEW}-*",
    f"{FOLDER}/.backup-*",
    ENDING,
    f".{ENDING}-*",
    ".open-plan.json-*",
)
TRIAL = ".trial-"
"""Before the name of a folder in which a backup is being looked into."""


def sweep_leftovers(folder: Path) -> None:
    """Remove what was begun and never got its name. Only for the holder of the journal's lock."""
    for pattern in _PATTERNS:
        for path in folder.glob(pattern):
            # What cannot be removed now is removed at the next opening; it is as encrypted as the rest.
            with contextlib.suppress(OSError):
                path.unlink()
    for path in folder.glob(f"{TRIAL}*"):
        if not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)

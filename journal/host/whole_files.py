"""Files written whole or not at all, readable by their owner alone: a power cut leaves old or new, never half."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

MOST_OF_THE_NAME = 40
"""How many letters of its name a file carries while it is being written."""


@contextlib.contextmanager
def whole_file(path: Path, *, replaces: bool = True) -> Iterator[IO[bytes]]:
    """An open file that stands at `path` once the block is through, and is gone if it is not.

    Raises FileExistsError where something stands at `path` that is not to be replaced; OSError.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:MOST_OF_THE_NAME]}-", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if replaces:
            part.replace(path)
        else:
            _take_a_free_place(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, in the place of what is there. Raises OSError."""
    with whole_file(path) as file:
        file.write(content)


def _take_a_free_place(part: Path, path: Path) -> None:
    """Hold the name first: what came there meanwhile is not replaced, on sticks without hard links either."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        part.replace(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise

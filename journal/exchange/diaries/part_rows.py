"""The rows of a CSV file that lies in a zip, one by one, never unpacked to disk."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from journal.exchange.archives import MISSING_PART, open_part, part_names
from journal.exchange.diaries.rows import PROGRESS_ROWS
from journal.exchange.drafts import Progress
from journal.exchange.table_rows import HeadedRows, Row, rows_in
from journal.model.errors import InvalidFile, JournalError

ZIP_START = b"PK\x03\x04"


@dataclass(frozen=True)
class PartRows(HeadedRows):
    """One CSV of a zip file."""

    path: Path
    name: str
    encoding: str = "utf-8"

    def _all(self) -> Iterator[Row]:
        with open_part(self.path, self.name) as raw:
            text = io.TextIOWrapper(raw, encoding=self.encoding, errors="replace", newline="")
            yield from rows_in(text, self.path)


def part_named(path: Path, name: str) -> str:
    """The part of a zip with this file name, whatever folder it lies in. Raises InvalidFile if there is none."""
    found = [part for part in part_names(path) if PurePosixPath(part).name.casefold() == name.casefold()]
    if not found:
        raise InvalidFile(path=str(path), line=None, column=None, reason=MISSING_PART)
    return min(found, key=lambda part: (part.count("/"), part))


def has_part(path: Path, start: bytes, name: str) -> bool:
    """Whether a file is a zip that holds a file of this name. Raises nothing."""
    if not start.startswith(ZIP_START):
        return False
    try:
        part_named(path, name)
    except JournalError:
        return False
    return True


def told(rows: Iterable[Row], progress: Progress | None) -> Iterator[Row]:
    """The rows, with the progress told every thousand."""
    for count, row in enumerate(rows, 1):
        if progress is not None and count % PROGRESS_ROWS == 0:
            progress(count, None)
        yield row

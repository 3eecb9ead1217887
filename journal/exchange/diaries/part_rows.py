"""The rows of a CSV file that lies in a zip, one by one, never unpacked to disk."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from journal.exchange.archives import MISSING_PART, open_part, part_names
from journal.exchange.diaries.rows import PROGRESS_ROWS
from journal.exchange.drafts import Progress
from journal.exchange.limits import MOST_ROWS
from journal.exchange.table_rows import BAD_QUOTE, EMPTY, Row
from journal.model.errors import FileTooLarge, InvalidFile, JournalError

ZIP_START = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class PartRows:
    """One CSV of a zip file. Iterating reads it anew each time."""

    path: Path
    name: str
    encoding: str = "utf-8"

    def header(self) -> list[str]:
        """The names in the first line, without spaces around them. Raises InvalidFile if there is none."""
        first = next(self._all(), None)
        if first is None:
            raise InvalidFile(path=str(self.path), line=None, column=None, reason=EMPTY)
        return [cell.strip() for cell in first.cells]

    def __iter__(self) -> Iterator[Row]:
        """Every row after the header. Raises InvalidFile, FileTooLarge, FileUnreadable."""
        rows = self._all()
        next(rows, None)
        for count, row in enumerate(rows, 1):
            if count > MOST_ROWS:
                raise FileTooLarge(path=str(self.path), limit=MOST_ROWS, unit="rows")
            yield row

    def _all(self) -> Iterator[Row]:
        with open_part(self.path, self.name) as raw:
            text = io.TextIOWrapper(raw, encoding=self.encoding, errors="replace", newline="")
            reader = csv.reader(text, strict=True)
            line = 1
            try:
                for cells in reader:
                    if line == 1 and cells:
                        cells[0] = cells[0].removeprefix("\ufeff")
                    if cells:
                        yield Row(line, cells)
                    line = reader.line_num + 1
            except csv.Error:
                raise InvalidFile(path=str(self.path), line=line, column=None, reason=BAD_QUOTE) from None


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

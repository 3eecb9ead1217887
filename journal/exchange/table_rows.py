"""The rows of a table file, one by one, each with the line where it begins."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TextIO

from journal.exchange import mapping_faults as faults
from journal.exchange.encodings import TableShape
from journal.exchange.limits import MOST_ROWS
from journal.exchange.table_mapping import TableMapping
from journal.model.errors import FileTooLarge, FileUnreadable, InvalidFile, InvalidMapping
from journal.texts.translation import mark

EMPTY = mark("it is empty")
NOT_WRITTEN_SO = mark("it is not written in the encoding that was given")
LONG_ROW = mark("it goes on for more than eight million letters")
LONGEST_ROW = 8_000_000
BAD_QUOTE = mark("a quotation mark is not closed, or stands where it can't")


class Row(NamedTuple):
    """The cells of one row, as they stand; `line` counts from 1."""

    line: int
    cells: list[str]


class HeadedRows:
    """Rows under a header. Iterating reads them anew each time, one row at a time in memory."""

    path: Path

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
        """Every row, the header's first."""
        raise NotImplementedError


@dataclass(frozen=True)
class TableRows(HeadedRows):
    """A table file with its header."""

    path: Path
    shape: TableShape

    def _all(self) -> Iterator[Row]:
        try:
            with self.path.open(encoding=self.shape.encoding, errors="replace", newline="") as file:
                yield from rows_in(file, self.path, self.shape.delimiter)
        except OSError as error:
            raise FileUnreadable(path=str(self.path), detail=error.strerror or "") from error


def rows_in(file: TextIO, path: Path, delimiter: str = ",") -> Iterator[Row]:
    """Rows that are not empty lines. `strict` finds a quote that is never closed, instead of losing rows.

    Raises InvalidFile, which names `path`.
    """
    letters = [0]
    reader = csv.reader(_counted(file, letters), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            letters[0] = 0
            if cells:
                if line == 1:
                    cells[0] = cells[0].removeprefix("\ufeff")
                yield Row(line, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        reason = LONG_ROW if isinstance(error, _LongRowError) else BAD_QUOTE
        raise InvalidFile(path=str(path), line=line, column=None, reason=reason) from None
    except UnicodeError:  # UTF-16 without a mark of its order, in a part of a zip
        raise InvalidFile(path=str(path), line=line, column=None, reason=NOT_WRITTEN_SO) from None


class _LongRowError(csv.Error):
    """A row of millions of cells would take many times the size of the file in memory."""


def _counted(file: TextIO, letters: list[int]) -> Iterator[str]:
    """The lines of a file; `letters` are those since the row began, which whoever reads the rows sets back."""
    for line in file:
        letters[0] += len(line)
        if letters[0] > LONGEST_ROW:
            raise _LongRowError
        yield line


def places(mapping: TableMapping, header: list[str], path: str = "") -> dict[str, int]:
    """Where each column of the mapping stands in the header. Raises InvalidMapping for one that is not there."""
    found: dict[str, int] = {}
    for where, column in mapping.columns():
        count = header.count(column.strip())
        if count != 1:
            reason = faults.NO_COLUMN if count == 0 else faults.COLUMN_TWICE
            raise InvalidMapping(path=path, where=f"{where} = {column}", reason=reason)
        found[column] = header.index(column.strip())
    return found

"""Rows of the CSV files that other programs write: the first line, for recognising, and the rest, by column name."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from journal.exchange.diaries.source import SourceShape
from journal.exchange.drafts import Progress
from journal.exchange.encodings import TableShape, find_shape
from journal.exchange.limits import check_size
from journal.exchange.table_rows import Row, TableRows
from journal.model.errors import FileUnreadable, InvalidFile
from journal.texts.translation import mark

OTHER_COLUMNS = mark("its first line does not have the columns of this format")
PROGRESS_ROWS = 1_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def first_cells(start: bytes, delimiters: str = ",;\t") -> tuple[str, ...]:
    """The names in the first line of a file that may be CSV, in small letters, without spaces around them.

    Of the delimiters the one that splits it the most is taken. Empty for what is no text.
    """
    line = first_line(start)
    return tuple(cell.strip().casefold() for cell in max((_split(line, sign) for sign in delimiters), key=len))


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # a lone carriage return, a cell without end: no line of names
        return []


def first_line(start: bytes) -> str:
    """The first line that is not empty, in whatever encoding; empty for what is no text."""
    name = next((name for sign, name in _MARKS if start.startswith(sign)), "")
    if not name:
        name = "utf-16-le" if start[1:2] == b"\0" else "utf-16-be" if start[:1] == b"\0" else "utf-8"
    text = codecs.getincrementaldecoder(name)("replace").decode(start).lstrip("\ufeff")
    lines = (line.strip("\ufeff\r\n\0") for line in io.StringIO(text[:20_000]))
    return next((line for line in lines if line.strip()), "")


def csv_shape(path: Path, wanted: SourceShape) -> SourceShape:
    """How a CSV file is written, as wanted or as found. Raises FileMissing, FileTooLarge, FileUnreadable."""
    check_size(path)
    try:
        found = find_shape(
            path,
            encoding=wanted.encoding or None,
            delimiter=wanted.delimiter or None,
            decimal=wanted.decimal or None,
        )
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error
    return SourceShape(found.encoding, found.delimiter, found.decimal)


def header(path: Path, shape: SourceShape) -> list[str]:
    """The names in the first line, in small letters. Raises InvalidFile, FileUnreadable."""
    return [name.casefold() for name in _table(path, shape).header()]


def rows(path: Path, shape: SourceShape, progress: Progress | None = None) -> Iterator[Row]:
    """Every row after the first line; `progress` hears of each thousandth. Raises InvalidFile, FileTooLarge."""
    found = iter(_table(path, shape))
    if progress is None:
        yield from found
        return
    for count, row in enumerate(found, 1):
        if count % PROGRESS_ROWS == 0:
            progress(count, None)
        yield row


def places(path: Path, shape: SourceShape, needed: tuple[str, ...]) -> dict[str, int]:
    """Where each column stands, by its name in small letters. Raises InvalidFile without one that is needed."""
    names = header(path, shape)
    found = {name: place for place, name in reversed(list(enumerate(names)))}
    if any(name not in found for name in needed):
        raise InvalidFile(path=str(path), line=1, column=None, reason=OTHER_COLUMNS)
    return found


def _table(path: Path, shape: SourceShape) -> TableRows:
    return TableRows(path, TableShape(shape.encoding, shape.delimiter or ",", shape.decimal or "."))

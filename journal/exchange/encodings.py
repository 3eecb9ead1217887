"""How a table file is written: its encoding, its delimiter and its decimal sign, found by looking."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

SAMPLE_BYTES = 256 * 1024
SAMPLE_ROWS = 200
DELIMITERS = (",", ";", "\t", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMA_DECIMAL = re.compile(r"[+-]?\d+,\d+")
_POINT_DECIMAL = re.compile(r"[+-]?\d+\.\d+")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class TableShape:
    """What was found. `encoding` is a Python codec name, `decimal` is "." or ","."""

    encoding: str = "utf-8"
    delimiter: str = ","
    decimal: str = "."


def find_shape(
    path: Path, *, encoding: str | None = None, delimiter: str | None = None, decimal: str | None = None
) -> TableShape:
    """Look at a file and say how it is written; what is given is taken as it is. Raises OSError."""
    encoding = _with_byte_order(path, encoding) if encoding else find_encoding(path)
    sample = _sample(path, encoding)
    delimiter = delimiter or find_delimiter(sample)
    cells = (cell for row in _rows(sample, delimiter) for cell in row)
    return TableShape(encoding, delimiter, decimal or find_decimal(cells))


def _with_byte_order(path: Path, encoding: str) -> str:
    """UTF-16 and UTF-32 without a mark that says their order are taken as most programs write them."""
    if encoding not in ("utf-16", "utf-32"):
        return encoding
    with path.open("rb") as file:
        marked = file.read(4).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
    return encoding if marked else f"{encoding}-le"


def find_encoding(path: Path) -> str:
    """UTF-8 or UTF-16 by mark or by content, else Windows-1252 (which is what is left)."""
    with path.open("rb") as file:
        start = file.read(4096)
        for bom, name in _BOMS:
            if start.startswith(bom):
                return name
        return _utf16_without_mark(start) or _utf8_or_windows(path)


def find_delimiter(sample: str) -> str:
    """The sign that splits the most lines into the same number of cells, more than one."""

    def merit(delimiter: str) -> tuple[int, int]:
        counts = Counter(len(row) for row in islice(_rows(sample, delimiter), SAMPLE_ROWS) if row)
        width, times = max(counts.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(1, 0))
        return (times, width) if width > 1 else (0, 0)

    return max(DELIMITERS, key=merit)


def find_decimal(cells: Iterable[str]) -> str:
    """The comma where numbers are written with commas and none with a point; else the point."""
    commas = points = 0
    for cell in cells:
        text = cell.strip()
        commas += _COMMA_DECIMAL.fullmatch(text) is not None
        points += _POINT_DECIMAL.fullmatch(text) is not None
    return "," if commas > 0 and points == 0 else "."


def _rows(sample: str, delimiter: str) -> Iterator[list[str]]:
    """The rows of a sample, up to one that no delimiter makes sense of."""
    with contextlib.suppress(csv.Error):
        yield from csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)


def _sample(path: Path, encoding: str) -> str:
    """The first whole lines of a file."""
    with path.open("rb") as file:
        start = file.read(SAMPLE_BYTES)
        whole = not file.read(1)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(start, final=whole)
    if whole:
        return text
    return text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or text


def _utf16_without_mark(start: bytes) -> str | None:
    """Text in a Latin alphabet in UTF-16 has a zero in every other byte."""
    pairs = len(start) // 2
    if pairs == 0:
        return None
    if start[1::2].count(0) > pairs * 0.4 and start[0::2].count(0) < pairs * 0.05:
        return "utf-16-le"
    if start[0::2].count(0) > pairs * 0.4 and start[1::2].count(0) < pairs * 0.05:
        return "utf-16-be"
    return None


def _utf8_or_windows(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"

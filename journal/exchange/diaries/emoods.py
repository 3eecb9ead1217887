"""eMoods: a zip (`.emoods`) with `entry.csv`, or that file alone; one row a day.

Columns are found by their names. The four ratings run from 1 (none) to 4, so 1 is subtracted; 0 there
and in the other columns is what the program writes where nothing was filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from journal.exchange.diaries.note_text import joined
from journal.exchange.diaries.part_rows import PartRows, has_part, part_named, told
from journal.exchange.diaries.rows import csv_shape, first_cells
from journal.exchange.diaries.source import Blank, Destination, Said, SourceEntry, SourceShape
from journal.exchange.diaries.stable_keys import readable
from journal.exchange.drafts import Progress
from journal.exchange.encodings import TableShape
from journal.exchange.table_cells import number
from journal.exchange.table_rows import Row, TableRows
from journal.exchange.table_stamps import NOON, impossible
from journal.exchange.unread import NO_DATE, NOT_A_DATE, NOT_A_NUMBER, OUTSIDE, Report, Unread, plain_number, unread
from journal.model.entries import TimeKnown
from journal.model.errors import FileUnreadable, InvalidFile
from journal.model.items import Better, Combine, Kind
from journal.texts.translation import mark

PART = "entry.csv"
NO_COLUMNS = mark("it has no date column beside one of depressed, elevated, anxiety and irritability")
LOWEST, HIGHEST = 1, 4
"""The four ratings as the program writes them; 1 is none."""

RATINGS = frozenset({"depressed", "elevated", "anxiety", "irritability"})
FLAGS = frozenset({"psychotic symptoms", "therapy", "menstrual cycle"})
NOTES = frozenset({"note", "notes"})
IGNORED = frozenset({"", "id"})
LONGEST_NIGHT_H = 24.0
_MOST_KNOWN = 10_000


@dataclass(frozen=True, slots=True)
class _Column:
    """One column that is read: where it stands, its name as shown, and what it holds."""

    place: int
    name: str
    kind: str


class EMoods:
    """The diary of eMoods."""

    format = "emoods"
    newest_first = False
    speaks_of_notes = True

    def recognises(self, path: Path, start: bytes) -> bool:
        """A zip with `entry.csv`, or a table with its columns."""
        if has_part(path, start, PART):
            return True
        names = first_cells(start)
        return any(_is_date(name) and "(yyyy-mm-dd)" in name for name in names) and _has_ratings(names)

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """As found, or as the program writes it where the file is in a zip."""
        return SourceShape(wanted.encoding or "utf-8") if _is_zip(path) else csv_shape(path, wanted)

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """One entry a day. Raises InvalidFile, FileTooLarge, FileUnreadable."""
        rows = _rows(path, shape)
        header = rows.header()
        place = next((place for place, name in enumerate(header) if _is_date(name)), None)
        if place is None or not _has_ratings(header):
            raise InvalidFile(path=str(path), line=1, column=None, reason=NO_COLUMNS)
        known: dict[tuple[str, str], float | None] = {}
        columns = [_Column(n, _shown(name), kind) for n, name in enumerate(header) if (kind := _kind(name))]
        for row in told(rows, progress):
            day = _day(row, place, header[place], report)
            if day is not None:
                yield _entry(row, day, columns, _Cells(shape.decimal or ".", known, report))

    def destination(self, kind: str) -> Destination:
        """Ratings 0 to 3 where less is better; hours; yes or no; weight as its last number of the day."""
        return _DESTINATIONS[kind]


_ZERO = Blank(
    mark("What does a 0 in Sleep, or in a column of yes and no, mean?"),
    mark("It was not filled in"),
    mark("Nothing is written for it. Averages are over the days that have a number."),
    mark("No sleep, or “no”"),
    mark("Each of these days gets 0 hours or a “no”, from the first day on which the column has another number."),
)
_DESTINATIONS = {
    "rating": Destination(minimum=0, maximum=HIGHEST - LOWEST, better=Better.LOWER),
    "sleep": Destination(Kind.HOURS, 0, LONGEST_NIGHT_H, 0.25, blank=True, asks=_ZERO, same={"sleep": "hours_slept"}),
    "yes or no": Destination(Kind.YES_NO, 0, 1, combine=Combine.MAX, blank=True, asks=_ZERO),
    "weight": Destination(Kind.COUNT, 0, None, 0.1, combine=Combine.LAST),
    "number": Destination(Kind.COUNT, 0, None),
}


def _rows(path: Path, shape: SourceShape) -> TableRows | PartRows:
    if _is_zip(path):
        return PartRows(path, part_named(path, PART), shape.encoding)
    return TableRows(path, TableShape(shape.encoding, shape.delimiter or ",", shape.decimal or "."))


def _is_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error


def _is_date(name: str) -> bool:
    return name.strip().casefold().split(" ", 1)[0] == "date"


def _has_ratings(names: Iterable[str]) -> bool:
    return not RATINGS.isdisjoint(name.strip().casefold() for name in names)


def _kind(name: str) -> str:
    """What a column holds; empty for one that is not read."""
    plain = name.casefold()
    if plain in IGNORED or _is_date(name):
        return ""
    if plain in NOTES:
        return "note"
    if plain in RATINGS:
        return "rating"
    if plain in FLAGS:
        return "yes or no"
    return plain if plain in ("sleep", "weight") else "number"


def _shown(name: str) -> str:
    return readable(name.capitalize() if name.isupper() else name)


def _day(row: Row, place: int, column: str, report: Report) -> date | None:
    text = _cell(row, place)
    if not text:
        if any(cell.strip() for cell in row.cells):
            report(unread(row.line, column, text, NO_DATE))
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        report(unread(row.line, column, text, NOT_A_DATE))
        return None
    if reason := impossible(day):
        report(unread(row.line, column, text, reason))
        return None
    return day


class _Cells(NamedTuple):
    """What reading cells needs: the decimal sign, the cells read before, and where to list what can't be read."""

    decimal: str
    known: dict[tuple[str, str], float | None]
    report: Report


def _entry(row: Row, day: date, columns: list[_Column], cells: _Cells) -> SourceEntry:
    said, notes = [], []
    for column in columns:
        text = _cell(row, column.place)
        if column.kind == "note":
            notes += [text] if text else []
        elif (value := _number(row.line, text, column, cells)) is not None:
            said.append(Said(column.kind, column.name, value))
    at = datetime.combine(day, NOON)
    return SourceEntry(row.line, at, day.isoformat(), tuple(said), joined(*notes), TimeKnown.DAY)


def _number(line: int, text: str, column: _Column, cells: _Cells) -> float | None:
    """The number of a cell; one that comes again in its kind of column is not read again, unless it was listed."""
    key = (column.kind, text)
    if key in cells.known:
        return cells.known[key]
    listed: list[Unread] = []
    value = _value(line, text, column, cells.decimal, listed.append)
    for cell in listed:
        cells.report(cell)
    if not listed and len(cells.known) < _MOST_KNOWN:
        cells.known[key] = value
    return value


def _value(line: int, text: str, column: _Column, decimal: str, report: Report) -> float | None:
    """The number of a cell as it is kept; None where nothing was filled in or it can't be read."""
    if not text:
        return None
    value = number(text, decimal, {}, Kind.HOURS if column.kind == "sleep" else Kind.SCALE)
    if value is None:
        report(unread(line, column.name, text, NOT_A_NUMBER))
        return None
    if value == 0:
        return None
    low, high = _LIMITS.get(column.kind, (0.0, float("inf")))
    if not low <= value <= high:
        report(unread(line, column.name, text, OUTSIDE, low=plain_number(low), high=plain_number(high)))
        return None
    return value - LOWEST if column.kind == "rating" else value


_LIMITS: dict[str, tuple[float, float]] = {
    "rating": (LOWEST, HIGHEST),
    "sleep": (0, LONGEST_NIGHT_H),
    "yes or no": (0, 1),
    "weight": (0, 2000),
}


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""

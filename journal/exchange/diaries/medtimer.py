"""MedTimer: one row a reminder, with the time of the reminder and, where there is one, the time taken.

    Reminded;Name;Dosage;Taken;Tags;Interval;Notes;Reminded (ISO 8601);Taken (ISO 8601)

The first line is in the language of the phone; only the two columns marked ISO 8601 are to be trusted,
and they are in UTC. Nothing is ever quoted: a note may hold semicolons and line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from journal.exchange.diaries.note_text import joined
from journal.exchange.diaries.rows import OTHER_COLUMNS, PROGRESS_ROWS, csv_shape, first_line
from journal.exchange.diaries.source import Blank, Destination, SourceDose, SourceEntry, SourceShape
from journal.exchange.diaries.stable_keys import readable, stable
from journal.exchange.drafts import Progress
from journal.exchange.limits import MOST_ROWS
from journal.exchange.table_cells import number
from journal.exchange.table_stamps import impossible
from journal.exchange.unread import NOT_A_MOMENT, Report, unread
from journal.model.errors import FileTooLarge, FileUnreadable, InvalidFile
from journal.model.items import Kind
from journal.model.medicines import Taken
from journal.texts.translation import mark

ISO = "(ISO 8601)"
LATER_AFTER = timedelta(hours=1)
"""A dose taken an hour or more after its reminder was taken later."""

NO_MEDICINE = mark("no name of a medicine; the row was left out")
CUT_ROW = mark("a row with cells missing; it was left out")
_FEWEST = 6
"""Reminded, name, dosage, taken, and both again: what every version has."""

_NAME, _DOSAGE, _NOTES = 1, 2, 6
_LONGEST_NOTE = 20_000
_DOSE = re.compile(r"(\d+(?:[.,]\d+)?)(?:\s*([^\W\d_].{0,39}|%))?", re.DOTALL)
_GROUPED = re.compile(r"\d+[.,]\d{3}")
"""1,000 may be a thousand or one: it is told in words and not guessed."""


_NOT_TAKEN = Blank(
    mark("What does it mean when a reminder has no time at which the dose was taken?"),
    mark("The reminder was not answered"),
    mark("Nothing is written for it."),
    mark("The dose was not taken"),
    mark("Each of these reminders is written as “not taken”."),
)


class _Line(NamedTuple):
    """One reminder: the line where it begins, and its cells."""

    line: int
    cells: list[str]


class MedTimer:
    """The events of MedTimer."""

    format = "medtimer"
    newest_first = False
    speaks_of_notes = False

    def recognises(self, path: Path, start: bytes) -> bool:  # noqa: ARG002 the first line says it
        """Semicolons, and two last columns marked ISO 8601 that repeat the first and the fourth."""
        return _is_header(first_line(start).split(";"))

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """The encoding as found; the program always writes semicolons."""
        return SourceShape(csv_shape(path, wanted).encoding, ";")

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """One entry with one dose a reminder. Raises InvalidFile, FileTooLarge, FileUnreadable."""
        lines = _lines(path, shape)
        header = next(lines, (1, ""))[1].split(";")
        if not _is_header(header):
            raise InvalidFile(path=str(path), line=1, column=None, reason=OTHER_COLUMNS)
        for count, row in enumerate(_rows(lines, len(header), report), 1):
            if count > MOST_ROWS:
                raise FileTooLarge(path=str(path), limit=MOST_ROWS, unit="rows")
            if progress is not None and count % PROGRESS_ROWS == 0:
                progress(count, None)
            entry = _entry(row, header, report)
            if entry is not None:
                yield entry

    def destination(self, kind: str) -> Destination:  # noqa: ARG002 there is one kind
        """A medicine. A reminder without a time taken may be not taken, or not answered."""
        return Destination(Kind.COUNT, medicine=True, blank=True, asks=_NOT_TAKEN)


def _is_header(names: list[str]) -> bool:
    if len(names) < _FEWEST:
        return False
    reminded, taken = (name.strip() for name in names[-2:])
    doubled = reminded.startswith(names[0].strip()) and taken.startswith(names[3].strip())
    return reminded.endswith(ISO) and taken.endswith(ISO) and doubled


def _lines(path: Path, shape: SourceShape) -> Iterator[tuple[int, str]]:
    """The lines of the file, without their ends, whatever those are."""
    try:
        with path.open(encoding=shape.encoding or "utf-8", errors="replace") as file:
            for line, text in enumerate(file, 1):
                yield line, text.rstrip("\n").removeprefix("\ufeff")
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error


def _rows(lines: Iterator[tuple[int, str]], width: int, report: Report) -> Iterator[_Line]:
    """Lines put together into rows: a note with a line end goes on until the two times that end a row."""
    begun: _Line | None = None
    for line, text in lines:
        cells = text.split(";")
        if begun is not None and not _is_whole(cells, width):
            joined = [*begun.cells[:-1], f"{begun.cells[-1]}\n{cells[0]}", *cells[1:]]
            begun = _Line(begun.line, joined)
        else:
            if begun is not None:
                report(unread(begun.line, "", ";".join(begun.cells), CUT_ROW))
            begun = _Line(line, cells) if text.strip() else None
        if begun is not None and _is_whole(begun.cells, width):
            yield _narrowed(begun, width)
            begun = None
        elif begun is not None and sum(map(len, begun.cells)) > _LONGEST_NOTE:
            report(unread(begun.line, "", ";".join(begun.cells), CUT_ROW))
            begun = None
    if begun is not None:
        report(unread(begun.line, "", ";".join(begun.cells), CUT_ROW))


def _is_whole(cells: list[str], width: int) -> bool:
    """Whether cells are a row: as many as there are columns, or more by semicolons in the note."""
    if len(cells) == width:
        return True
    return len(cells) > width and _moment(cells[-2]) is not None


def _narrowed(row: _Line, width: int) -> _Line:
    """A row with as many cells as there are columns: what is too many belongs to the note."""
    over = len(row.cells) - width
    if over <= 0 or width <= _NOTES:
        return row
    note = ";".join(row.cells[_NOTES : _NOTES + over + 1])
    return _Line(row.line, [*row.cells[:_NOTES], note, *row.cells[_NOTES + over + 1 :]])


def _entry(row: _Line, header: list[str], report: Report) -> SourceEntry | None:
    """The dose of a reminder; what can't be read is reported."""
    cells = [cell.strip() for cell in row.cells]
    name, reminded, taken = readable(cells[_NAME]), _moment(cells[-2]), _moment(cells[-1])
    if not name:
        report(unread(row.line, header[_NAME], "", NO_MEDICINE))
        return None
    reason = NOT_A_MOMENT if reminded is None else impossible(reminded.date())
    if reminded is None or reason:
        report(unread(row.line, header[-2], cells[-2], reason))
        return None
    reason = "" if taken is None else impossible(taken.date())
    if reason or (cells[-1] and taken is None):
        report(unread(row.line, header[-1], cells[-1], reason or NOT_A_MOMENT))
        return None
    dose = _dose(name, cells, reminded, taken, width=len(header))
    return SourceEntry(row.line, reminded, f"{stable(name)}|{reminded.isoformat()}", doses=(dose,), in_utc=True)


def _dose(name: str, cells: list[str], reminded: datetime, taken: datetime | None, width: int) -> SourceDose:
    amount, unit = dose_of(cells[_DOSAGE])
    note = cells[_NOTES] if width > _NOTES + 2 else ""
    said = "" if amount is not None or not cells[_DOSAGE] else cells[_DOSAGE]
    fate = Taken.NOT_TAKEN if taken is None else Taken.LATER if taken - reminded >= LATER_AFTER else Taken.TAKEN
    return SourceDose(name, amount, unit, fate, taken, note=joined(said, note), planned=True)


def dose_of(text: str) -> tuple[float | None, str]:
    """The amount and the unit in a dosage that was typed freely; no amount where it does not begin with a number."""
    found = _DOSE.fullmatch(text.strip())
    if found is None or _GROUPED.fullmatch(found[1]):
        return None, ""
    return number(found[1].replace(",", "."), ".", {}), (found[2] or "").strip()


def _moment(text: str) -> datetime | None:
    """A time with its offset, or None."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return at if at.tzinfo is not None else None

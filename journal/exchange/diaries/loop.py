"""Loop Habit Tracker: the tables of checkmarks that it exports.

    Date,<habit>,<habit>,            of all habits; each line ends with a comma, names are never quoted
    Date,Value,Notes                 of one habit, in a folder such as `001 Walk`

A checkmark is YES_MANUAL, YES_AUTO (done often enough for that day), NO, SKIP, UNKNOWN or a number.
Only days are known. SKIP and UNKNOWN say nothing of a day: they are never a no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from journal.exchange.diaries.loop_cells import HABIT, NUMBER, WORDS, Numbers, are_numbers, cell_value
from journal.exchange.diaries.note_text import plain_note
from journal.exchange.diaries.rows import OTHER_COLUMNS, csv_shape, first_cells, header, rows
from journal.exchange.diaries.source import Blank, Destination, Said, SourceEntry, SourceShape
from journal.exchange.diaries.stable_keys import readable, stable
from journal.exchange.drafts import Progress
from journal.exchange.encodings import TableShape
from journal.exchange.table_rows import Row, TableRows
from journal.exchange.table_stamps import NOON, impossible
from journal.exchange.unread import NO_DATE, NOT_A_DATE, Report, unread
from journal.model.entries import TimeKnown
from journal.model.errors import InvalidFile
from journal.model.items import Combine, Kind
from journal.texts.translation import mark

FORMAT = "loop"
NOT_A_CHECKMARK = mark("not a checkmark of Loop")
COMMA_IN_NAME = mark("a habit has a comma in its name, so that the columns can't be told apart; choose the zip file")
ONE_HABIT = ("date", "value", "notes")
_FOLDER = re.compile(r"(\d{3,})(?: +(.*))?", re.DOTALL)
_UNKNOWN = Blank(
    mark("What does it mean when a habit is unknown or skipped on a day?"),
    mark("It was not asked"),
    mark("Nothing is written for that day. A “no” is written only where Loop has one."),
    mark("It was not done"),
    mark("Each of these days gets a “no” (or 0), from the first day on which the habit has an answer."),
)
_DESTINATIONS = {
    HABIT: Destination(Kind.YES_NO, 0, 1, combine=Combine.MAX, blank=True, asks=_UNKNOWN),
    NUMBER: Destination(Kind.COUNT, 0, None, combine=Combine.SUM, blank=True, asks=_UNKNOWN),
}


class LoopTable:
    """The table of all habits."""

    format = FORMAT
    newest_first = True
    speaks_of_notes = False

    def recognises(self, path: Path, start: bytes) -> bool:  # noqa: ARG002 the first lines say it
        """A date and habits, a comma at the end, and checkmarks below."""
        names = first_cells(start, ",;")
        if len(names) < 3 or names[0] != "date" or names[-1]:
            return False
        return are_checkmarks(start, len(names) - 2)

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """As found."""
        return csv_shape(path, wanted)

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """One entry a day. Raises InvalidFile, FileTooLarge, FileUnreadable."""
        names = _names(path, shape)
        habits = [Numbers() for _ in names]
        widest = 0
        for row in rows(path, shape):
            cells = values_of(row)
            widest = max(widest, len(cells))
            for habit, text in zip(habits, cells, strict=False):
                habit.add(text)
        if 0 < widest < len(names):
            raise InvalidFile(path=str(path), line=1, column=None, reason=COMMA_IN_NAME)
        for row in rows(path, shape, progress):
            day = day_of_row(row, report)
            if day is not None:
                told = zip(names, habits, values_of(row), strict=False)
                said = [one for name, habit, text in told if (one := said_of(row.line, name, text, habit, report))]
                yield SourceEntry(row.line, noon(day), day.isoformat(), tuple(said), known=TimeKnown.DAY)

    def destination(self, kind: str) -> Destination:
        """Yes and no, or a number without an upper end."""
        return destination(kind)


class LoopHabit:
    """The table of one habit."""

    format = FORMAT
    newest_first = True
    speaks_of_notes = True

    def recognises(self, path: Path, start: bytes) -> bool:  # noqa: ARG002 the first lines say it
        """Its columns, and a checkmark in words: a table of numbers may be anyone's."""
        return first_cells(start, ",;") in (ONE_HABIT, ONE_HABIT[:2]) and are_checkmarks(start, 1, words=True)

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """As found."""
        return csv_shape(path, wanted)

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """One entry a day. Raises InvalidFile, FileTooLarge, FileUnreadable."""
        if tuple(header(path, shape))[:2] != ONE_HABIT[:2]:
            raise InvalidFile(path=str(path), line=1, column=None, reason=OTHER_COLUMNS)
        name = habit_of_folder(path.parent.name) or path.stem
        habit = Numbers()
        for row in rows(path, shape):
            habit.add(cell(row, 1))
        for row in rows(path, shape, progress):
            day = day_of_row(row, report)
            if day is not None:
                one = said_of(row.line, name, cell(row, 1), habit, report)
                said, key = (one,) if one else (), f"{stable(name)}|{day.isoformat()}"
                yield SourceEntry(row.line, noon(day), key, said, plain_note(cell(row, 2)), TimeKnown.DAY)

    def destination(self, kind: str) -> Destination:
        """Yes and no, or a number without an upper end."""
        return destination(kind)


def destination(kind: str) -> Destination:
    """What a habit becomes."""
    return _DESTINATIONS[kind]


def habit_of_folder(folder: str) -> str:
    """The habit's name in the name of its folder, or an empty text."""
    found = _FOLDER.fullmatch(folder)
    return (found[2] or "").strip() if found else ""


def position_of_folder(folder: str) -> int | None:
    """The habit's place in the list, which its folder begins with."""
    found = _FOLDER.fullmatch(folder)
    return int(found[1]) if found else None


def day_of_row(row: Row, report: Report) -> date | None:
    """The day in the first cell; None, and reported, where it is none."""
    text = cell(row, 0)
    if not text:
        if any(each.strip() for each in row.cells):
            report(unread(row.line, "Date", text, NO_DATE))
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        report(unread(row.line, "Date", text, NOT_A_DATE))
        return None
    if reason := impossible(day):
        report(unread(row.line, "Date", text, reason))
        return None
    return day


def said_of(line: int, name: str, text: str, habit: Numbers, report: Report) -> Said | None:
    """What a cell says of its habit; None for nothing, or for what can't be read, which is reported."""
    try:
        value = cell_value(text, habit)
    except ValueError:
        report(unread(line, name, text, NOT_A_CHECKMARK))
        return None
    return None if value is None else Said(habit.kind, name, value)


def noon(day: date) -> datetime:
    """Where an entry of a day stands that has no time."""
    return datetime.combine(day, NOON)


def cell(row: Row, place: int) -> str:
    """A cell without the spaces around it, empty where the row is too short."""
    return row.cells[place].strip() if place < len(row.cells) else ""


def values_of(row: Row) -> list[str]:
    """The checkmarks of a row of the table of all habits, without the empty cell at its end."""
    cells = [text.strip() for text in row.cells[1:]]
    return cells[:-1] if cells and not cells[-1] else cells


def are_checkmarks(start: bytes, count: int, *, words: bool = False) -> bool:
    """Whether the rows after the first line are a day and checkmarks; with `words`, one of them in words.

    Numbers alone must be such as only Loop writes: a table of one's own may end its lines with a comma too.
    """
    lines = start.decode("utf-8", "replace").splitlines()[1:-1] or start.decode("utf-8", "replace").splitlines()[1:]
    found: list[str] = []
    for line in lines[:50]:
        day, *cells = [text.strip() for text in re.split("[,;]", line)]
        if not day:
            continue
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) is None:
            return False
        found += cells[:count]
    return any(text in WORDS for text in found) or (not words and are_numbers(found))


def _names(path: Path, shape: SourceShape) -> list[str]:
    """The habits in the first line, without the empty one at its end."""
    table = TableRows(path, TableShape(shape.encoding, shape.delimiter or ","))
    names = [readable(name) for name in table.header()]
    if names[0].casefold() != "date":
        raise InvalidFile(path=str(path), line=1, column=None, reason=OTHER_COLUMNS)
    return names[1:-1] if len(names) > 1 and not names[-1] else names[1:]

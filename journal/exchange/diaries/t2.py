"""T2 Mood Tracker: rows of four kinds, each result under its scale and each scale under its group.

    "group",name,inverse
    "scale",the word at 0,the word at 100
    "result",yyyy-MM-dd HH:mm:ss,number
    "note",yyyy-MM-dd HH:mm:ss,text

Results of one time belong together and stand far apart in the file, so it is gathered by time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from journal.exchange.diaries.note_text import joined
from journal.exchange.diaries.order import TWICE
from journal.exchange.diaries.rows import csv_shape, first_cells
from journal.exchange.diaries.source import Destination, Said, SourceEntry, SourceShape
from journal.exchange.diaries.stable_keys import readable
from journal.exchange.drafts import Progress
from journal.exchange.encodings import TableShape
from journal.exchange.limits import MOST_ROWS
from journal.exchange.table_cells import number
from journal.exchange.table_rows import EMPTY, Row, TableRows
from journal.exchange.table_stamps import impossible
from journal.exchange.unread import NOT_A_MOMENT, NOT_A_NUMBER, OUTSIDE, Report, unread
from journal.model.errors import FileTooLarge, InvalidFile
from journal.texts.translation import mark

GROUP, SCALE, RESULT, NOTE = "group", "scale", "result", "note"
LOWEST, HIGHEST = 0, 100
NO_SCALE = mark("a result without a scale before it")
OTHER_ROW = mark("neither a group, a scale, a result nor a note")
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)
_PROGRESS_ROWS = 1_000


@dataclass(slots=True)
class _Moment:
    """What the file says of one time."""

    line: int
    said: list[Said] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class T2:
    """The export of T2 Mood Tracker."""

    format = "t2"
    newest_first = False
    speaks_of_notes = True

    def recognises(self, path: Path, start: bytes) -> bool:  # noqa: ARG002 the first line says it
        """A group at the beginning, or a note with its time."""
        cells = first_cells(start, ",;")
        if len(cells) != 3:
            return False
        grouped = cells[0] == GROUP and cells[2] in ("true", "false", "0", "1")
        return grouped or (cells[0] == NOTE and _TIME.fullmatch(cells[1]) is not None)

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """As found."""
        return csv_shape(path, wanted)

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """One entry a time, the earliest first. Raises InvalidFile, FileTooLarge, FileUnreadable."""
        gathered = _Gathered(report)
        for row in _rows(path, shape, progress):
            gathered.add(row)
        for at in sorted(gathered.moments):
            found = gathered.moments[at]
            yield SourceEntry(found.line, at, at.isoformat(" "), tuple(found.said), joined(*found.notes))

    def destination(self, kind: str) -> Destination:  # noqa: ARG002 there is one kind
        """A scale from 0 to 100; which end is better the file does not say."""
        return Destination(minimum=LOWEST, maximum=HIGHEST)


class _Gathered:
    """The rows so far, by their times."""

    def __init__(self, report: Report) -> None:
        self.moments: dict[datetime, _Moment] = {}
        self._report = report
        self._group = ""
        self._scale = ""

    def add(self, row: Row) -> None:
        """Take the next row."""
        cells = [*(cell.strip() for cell in row.cells), "", "", ""][:3]
        kind = cells[0].casefold()
        if kind == GROUP:
            self._group, self._scale = cells[1], ""
        elif kind == SCALE:
            self._scale = scale_name(self._group, cells[1], cells[2])
        elif kind == RESULT:
            self._result(row.line, cells[1], cells[2])
        elif kind == NOTE:
            self._note(row.line, cells[1], cells[2])
        elif any(cells):
            self._report(unread(row.line, "", cells[0], OTHER_ROW))

    def _result(self, line: int, time: str, text: str) -> None:
        if not self._scale:
            self._report(unread(line, RESULT, text, NO_SCALE))
            return
        value = number(text, ".", {})
        if value is None:
            self._report(unread(line, self._scale, text, NOT_A_NUMBER))
        elif not LOWEST <= value <= HIGHEST:
            self._report(unread(line, self._scale, text, OUTSIDE, low=LOWEST, high=HIGHEST))
        elif (found := self._at(line, time)) is not None:
            if any(said.name == self._scale for said in found.said):
                self._report(unread(line, self._scale, text, TWICE))
            else:
                found.said.append(Said(SCALE, self._scale, value))

    def _note(self, line: int, time: str, text: str) -> None:
        if text and (found := self._at(line, time)) is not None and text not in found.notes:
            found.notes.append(text)

    def _at(self, line: int, text: str) -> _Moment | None:
        """The moment of a time; None, and reported, for what is none."""
        try:
            at = datetime.fromisoformat(text) if _TIME.fullmatch(text) else None
        except ValueError:
            at = None
        if at is None:
            self._report(unread(line, "time", text, NOT_A_MOMENT))
            return None
        if reason := impossible(at.date()):
            self._report(unread(line, "time", text, reason))
            return None
        return self.moments.setdefault(at, _Moment(line))


def scale_name(group: str, low: str, high: str) -> str:
    """The name of a scale: its group and its two ends."""
    ends = " – ".join(word for word in (low, high) if word)
    return readable(": ".join(part for part in (group, ends) if part)) or "T2"


def _rows(path: Path, shape: SourceShape, progress: Progress | None) -> Iterator[Row]:
    """Every row: there is no line of names."""
    table = TableRows(path, TableShape(shape.encoding, shape.delimiter or ",", shape.decimal or "."))
    first = table.header()
    if not any(first):
        raise InvalidFile(path=str(path), line=1, column=None, reason=EMPTY)
    yield Row(1, first)
    for count, row in enumerate(table, 2):
        if count > MOST_ROWS:
            raise FileTooLarge(path=str(path), limit=MOST_ROWS, unit="rows")
        if progress is not None and count % _PROGRESS_ROWS == 0:
            progress(count, None)
        yield row

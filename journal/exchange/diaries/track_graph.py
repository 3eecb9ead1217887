"""Track & Graph: one row a data point, with or without a column for its label.

    FeatureName,Timestamp,Value,Label,Note
    FeatureName,Timestamp,Value,Note            older: the label follows the value, as 0.0:Label

A value is a number, or a duration as hours:minutes:seconds. What a tracker holds shows only in all of
its rows: durations, or yes and no where its labels say nothing else, or else numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from journal.exchange.diaries.note_text import joined
from journal.exchange.diaries.rows import csv_shape, first_cells, places, rows
from journal.exchange.diaries.source import Blank, Destination, Said, SourceEntry, SourceShape
from journal.exchange.diaries.stable_keys import readable, stable
from journal.exchange.drafts import Progress
from journal.exchange.table_cells import number
from journal.exchange.table_rows import Row
from journal.exchange.table_stamps import impossible
from journal.exchange.unread import NO_DATE, NOT_A_MOMENT, NOT_A_NUMBER, Report, unread
from journal.model.items import Combine, Kind
from journal.texts.translation import mark

NO_NAME = mark("no name of a tracker; the row was left out")
NEEDED = ("featurename", "timestamp", "value")
YES = frozenset(("yes", "y", "true", "ja", "oui", "sí", "si", "sim", "так", "да"))
NO = frozenset(("no", "n", "false", "nein", "non", "não", "ні", "нет"))
_MOST_KNOWN = 10_000
_DURATION = re.compile(r"(-?\d{1,6}):(-?\d{1,2}):(-?\d{1,2})(?::(.*))?", re.DOTALL)


class _Value(NamedTuple):
    """What a value cell says. `hours` is true for a duration, which is given in hours."""

    number: float
    hours: bool
    label: str


@dataclass(slots=True)
class _Seen:
    """What the rows of one tracker have said so far."""

    hours: bool = False
    plain: bool = False
    """Whether a row had no label, or a number other than 0 and 1."""

    def add(self, value: _Value) -> None:
        self.hours = self.hours or value.hours
        label = value.label.casefold()
        self.plain = self.plain or label not in YES | NO or value.number not in (0, 1)

    @property
    def kind(self) -> str:
        if self.hours:
            return "duration"
        return "number" if self.plain else "yes or no"


class TrackGraph:
    """The data points of Track & Graph."""

    format = "trackgraph"
    newest_first = True
    speaks_of_notes = True

    def recognises(self, path: Path, start: bytes) -> bool:  # noqa: ARG002 the first line says it
        """By the names of its first three columns."""
        return first_cells(start)[:3] == NEEDED

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """As found."""
        return csv_shape(path, wanted)

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """One entry a row. Raises InvalidFile, FileTooLarge, FileUnreadable."""
        points = _Points(places(path, shape, NEEDED), shape.decimal or ".", report)
        seen: dict[str, _Seen] = {}
        for row in rows(path, shape):
            if (value := points.value(row)) is not None:
                seen.setdefault(points.name(row), _Seen()).add(value)
        for row in rows(path, shape, progress):
            entry = points.entry(row, seen)
            if entry is not None:
                yield entry

    def destination(self, kind: str) -> Destination:
        """Numbers without an upper end, hours, or yes and no; a day adds up."""
        return _DESTINATIONS[kind]


_NO_ROW = Blank(
    mark("What does it mean when a tracker has no row?"),
    mark("It was not asked"),
    mark("Nothing is written for it. Days without a row stay empty."),
    mark("There was none of it"),
    mark("A day with rows of other trackers gets a 0 (or “no”) for it, from its own first row on."),
)
_DESTINATIONS = {
    "number": Destination(Kind.COUNT, combine=Combine.SUM, blank=True, asks=_NO_ROW),
    "duration": Destination(Kind.HOURS, 0, None, 0.25, combine=Combine.SUM, blank=True, asks=_NO_ROW),
    "yes or no": Destination(Kind.YES_NO, 0, 1, combine=Combine.MAX, blank=True, asks=_NO_ROW),
}


class _Points:
    """Reads the rows by the places of their columns."""

    def __init__(self, columns: dict[str, int], decimal: str, report: Report) -> None:
        self._columns = columns
        self._decimal = decimal
        self._report = report
        self._known: dict[tuple[str, str], _Value | None] = {}

    def name(self, row: Row) -> str:
        return readable(self._cell(row, "featurename"))

    def value(self, row: Row) -> _Value | None:
        """The value and the label, or None for what is no number. Cells that come again are not read again."""
        cells = self._cell(row, "value"), self._cell(row, "label")
        if cells not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[cells] = self._value(*cells)
        return self._known[cells]

    def _value(self, text: str, label: str) -> _Value | None:
        if (found := _DURATION.fullmatch(text)) is not None:
            hours = int(found[1]) + int(found[2]) / 60 + int(found[3]) / 3600
            return _Value(hours, True, label or (found[4] or "").strip())
        if "label" not in self._columns and ":" in text:
            text, _, label = (part.strip() for part in text.partition(":"))
        plain = number(text, self._decimal, {})
        return None if plain is None else _Value(plain, False, label)

    def entry(self, row: Row, seen: dict[str, _Seen]) -> SourceEntry | None:
        """The entry of a row; what can't be read is reported."""
        if not any(cell.strip() for cell in row.cells):
            return None
        at, name, value = self._at(row), self.name(row), self.value(row)
        if at is None:
            return None
        if not name:
            self._unread(row, "featurename", NO_NAME)
            return None
        if value is None:
            self._unread(row, "value", NOT_A_NUMBER)
        said = () if value is None else (Said(seen[name].kind, name, value.number),)
        note = self._note(row, name, value, seen)
        return SourceEntry(row.line, at, f"{stable(name)}|{at.isoformat()}", said, note) if said or note else None

    def _note(self, row: Row, name: str, value: _Value | None, seen: dict[str, _Seen]) -> str:
        """The note, and the label before it where it says more than yes or no."""
        note = self._cell(row, "note")
        label = "" if value is None or seen[name].kind == "yes or no" else value.label
        return joined(f"{name}: {label}" if label else "", note)

    def _at(self, row: Row) -> datetime | None:
        text = self._cell(row, "timestamp")
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            self._unread(row, "timestamp", NOT_A_MOMENT if text else NO_DATE)
            return None
        reason = impossible(at.date()) or ("" if len(text) > len("2022-09-16") else NOT_A_MOMENT)
        if reason:
            self._unread(row, "timestamp", reason)
            return None
        return at

    def _unread(self, row: Row, column: str, reason: str) -> None:
        self._report(unread(row.line, column, self._cell(row, column), reason))

    def _cell(self, row: Row, column: str) -> str:
        place = self._columns.get(column)
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

"""Daylio's CSV export, in its three generations.

Only `full_date` is to be trusted: `date` and `weekday` are written in the language of the phone.
The oldest generation has no `full_date`, but a year and a day with its month.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from journal.exchange.diaries.clock_words import Clock, Days
from journal.exchange.diaries.daylio_names import ACTIVITY, FORMAT, MOOD, SCALE, destination
from journal.exchange.diaries.note_text import joined
from journal.exchange.diaries.rows import csv_shape, first_cells, places, rows
from journal.exchange.diaries.source import Destination, Said, SourceEntry, SourceShape
from journal.exchange.drafts import Progress
from journal.exchange.table_cells import number
from journal.exchange.table_rows import Row
from journal.exchange.table_stamps import NOON
from journal.exchange.unread import NO_DATE, NOT_A_DATE, NOT_A_NUMBER, NOT_A_TIME, Report, unread
from journal.model.entries import TimeKnown

_NEEDED = ("mood", "activities", "time")
_MOST_KNOWN = 20_000


class DaylioCsv:
    """Reads the CSV export."""

    format = FORMAT
    newest_first = True
    speaks_of_notes = True

    def recognises(self, path: Path, start: bytes) -> bool:  # noqa: ARG002 the start says it
        """By the names in its first line."""
        names = set(first_cells(start))
        return names.issuperset((*_NEEDED, "weekday", "note")) and bool(names & {"full_date", "year"})

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """As wanted, or as found."""
        return csv_shape(path, wanted)

    def destination(self, kind: str) -> Destination:
        """What names of a kind become."""
        return destination(kind)

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """Every row that has a date."""
        reading = _Reading(places(path, shape, _NEEDED), report)
        for row in rows(path, shape, progress):
            entry = reading.entry(row)
            if entry is not None:
                yield entry


class _Reading:
    """One pass over a file. What was read before is not read again: moods, activities, days and times repeat."""

    def __init__(self, columns: dict[str, int], report: Report) -> None:
        self._columns = columns
        self._report = report
        self._days = Days()
        self._clock = Clock()
        self._moods: dict[str, tuple[Said, ...]] = {}
        self._activities: dict[str, tuple[Said, ...]] = {"": ()}

    def entry(self, row: Row) -> SourceEntry | None:
        day = self._day(row)
        if day is None:
            return None
        at_time, known = self._time(row)
        at = datetime.combine(day, at_time)
        key = at.isoformat(timespec="minutes") if known is TimeKnown.MINUTE else day.isoformat()
        said = (*self._mood(self._cell(row, "mood")), *self._named(self._cell(row, "activities")), *self._scales(row))
        return SourceEntry(row.line, at, key, said, self._note(row), known)

    def _day(self, row: Row) -> date | None:
        full = self._cell(row, "full_date").strip()
        text = full or " ".join(part for part in (self._cell(row, "date"), self._cell(row, "year")) if part).strip()
        found = self._days.iso(text) if "full_date" in self._columns else self._days.in_words(text)
        if found is None and any(cell.strip() for cell in row.cells):
            column = "full_date" if "full_date" in self._columns else "date"
            self._report(unread(row.line, column, text, NOT_A_DATE if text else NO_DATE))
        return found

    def _time(self, row: Row) -> tuple[time, TimeKnown]:
        text = self._cell(row, "time").strip()
        found = self._clock.read(text)
        if found is not None:
            return found, TimeKnown.MINUTE
        if text:
            self._report(unread(row.line, "time", text, NOT_A_TIME))
        return NOON, TimeKnown.DAY

    def _mood(self, text: str) -> tuple[Said, ...]:
        found = self._moods.get(text)
        if found is None:
            found = self._moods[text] = (Said(MOOD, text),) if text.strip() else ()
        return found

    def _named(self, text: str) -> tuple[Said, ...]:
        found = self._activities.get(text)
        if found is None:
            if len(self._activities) > _MOST_KNOWN:
                self._activities.clear()
            names = dict.fromkeys(name.strip() for name in text.split("|"))
            found = self._activities[text] = tuple(Said(ACTIVITY, name) for name in names if name)
        return found

    def _scales(self, row: Row) -> tuple[Said, ...]:
        text = self._cell(row, "scales")
        if not text:
            return ()
        found = (self._scale(row.line, part.strip()) for part in text.split("|") if part.strip())
        return tuple(said for said in found if said is not None)

    def _scale(self, line: int, text: str) -> Said | None:
        """`Name: value`, with any space between; the value with a point or a comma."""
        name, colon, written = text.rpartition(":")
        cell = written.strip()
        value = number(cell, "," if "," in cell else ".", {})
        if value is None or not colon or not name.strip():
            self._report(unread(line, "scales", text, NOT_A_NUMBER))
            return None
        return Said(SCALE, name.strip(), value)

    def _note(self, row: Row) -> str:
        return joined(self._cell(row, "note_title"), self._cell(row, "note"))

    def _cell(self, row: Row, name: str) -> str:
        place = self._columns.get(name, len(row.cells))
        return row.cells[place] if place < len(row.cells) else ""

"""Daylio's CSV export, in its three generations.

Only `full_date` is to be trusted: `date` and `weekday` are written in the language of the phone.
The oldest generation has no `full_date`, but a year and a day with its month.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from operator import itemgetter
from pathlib import Path

from journal.exchange.diaries.clock_words import Clock, Days
from journal.exchange.diaries.daylio_names import ACTIVITY, FORMAT, MOOD, SCALE, destination
from journal.exchange.diaries.note_text import joined, plain_name
from journal.exchange.diaries.rows import csv_shape, first_cells, places, rows
from journal.exchange.diaries.source import Destination, Said, SourceEntry, SourceShape
from journal.exchange.drafts import Progress
from journal.exchange.table_cells import number
from journal.exchange.table_rows import Row
from journal.exchange.table_stamps import NOON
from journal.exchange.unread import NO_DATE, NOT_A_DATE, NOT_A_NUMBER, NOT_A_TIME, Report, unread
from journal.model.entries import TimeKnown

_NEEDED = ("mood", "activities", "time")
_CELLS = ("full_date", "date", "year", "time", "mood", "activities", "scales", "note_title", "note")
_MOST_KNOWN = 5_000


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
        self._iso = "full_date" in columns
        self._width = max(columns.values()) + 1
        self._pick = itemgetter(*(columns.get(name, self._width) for name in _CELLS))
        self._report = report
        self._days = Days()
        self._clock = Clock()
        self._moods: dict[str, tuple[Said, ...]] = {}
        self._activities: dict[str, tuple[Said, ...]] = {"": ()}

    def entry(self, row: Row) -> SourceEntry | None:
        full_date, in_words, year, at_clock, mood, activities, scales, note_title, note = self._cells(row.cells)
        day = self._day(row, full_date.strip() if self._iso else f"{in_words} {year}".strip())
        if day is None:
            return None
        said = self._mood(mood) + self._named(activities)
        if scales:
            said += self._scales(row.line, scales)
        text = joined(note_title, note) if note or note_title else ""
        at_time = self._time(row.line, at_clock)
        if at_time is None:
            return SourceEntry(row.line, datetime.combine(day, NOON), day.isoformat(), said, text, TimeKnown.DAY)
        at = datetime.combine(day, at_time)
        return SourceEntry(row.line, at, at.isoformat(timespec="minutes"), said, text)

    def _cells(self, cells: list[str]) -> tuple[str, ...]:
        """The cells by the order of `_CELLS`; empty where the row or the file does not have the column."""
        missing = self._width - len(cells)
        padded = [*cells, *[""] * missing, ""] if missing >= 0 else [*cells[: self._width], ""]
        picked: tuple[str, ...] = self._pick(padded)
        return picked

    def _day(self, row: Row, text: str) -> date | None:
        found = self._days.iso(text) if self._iso else self._days.in_words(text)
        if found is None and any(cell.strip() for cell in row.cells):
            self._report(unread(row.line, "full_date" if self._iso else "date", text, NOT_A_DATE if text else NO_DATE))
        return found

    def _time(self, line: int, text: str) -> time | None:
        found = self._clock.read(text)
        if found is None and text.strip():
            self._report(unread(line, "time", text, NOT_A_TIME))
        return found

    def _mood(self, text: str) -> tuple[Said, ...]:
        found = self._moods.get(text)
        if found is None:
            if len(self._moods) > _MOST_KNOWN:
                self._moods.clear()
            found = self._moods[text] = (Said(MOOD, plain_name(text)),) if text.strip() else ()
        return found

    def _named(self, text: str) -> tuple[Said, ...]:
        found = self._activities.get(text)
        if found is None:
            if len(self._activities) > _MOST_KNOWN:
                self._activities.clear()
            names = dict.fromkeys(plain_name(name).strip() for name in text.split("|"))
            found = self._activities[text] = tuple(Said(ACTIVITY, name) for name in names if name)
        return found

    def _scales(self, line: int, text: str) -> tuple[Said, ...]:
        found = (self._scale(line, part.strip()) for part in text.split("|") if part.strip())
        return tuple(said for said in found if said is not None)

    def _scale(self, line: int, text: str) -> Said | None:
        """`Name: value`, with any space between; the value with a point or a comma."""
        name, colon, written = text.rpartition(":")
        cell = written.strip()
        value = number(cell, "," if "," in cell else ".", {})
        if value is None or not colon or not name.strip():
            self._report(unread(line, "scales", text, NOT_A_NUMBER))
            return None
        return Said(SCALE, plain_name(name).strip(), value)

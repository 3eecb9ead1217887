"""Bearable's CSV export: one row a reading; the readings of one time make an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from journal.exchange.diaries import bearable_names as kinds
from journal.exchange.diaries.bearable_rows import Reading, Readings
from journal.exchange.diaries.rows import csv_shape, first_cells, places, rows
from journal.exchange.diaries.source import Destination, Said, SourceDose, SourceEntry, SourceShape
from journal.exchange.drafts import Progress
from journal.exchange.unread import Report

_COLUMNS = ("date", "weekday", "time of day", "category", "rating/amount", "detail", "notes")


class Bearable:
    """Reads the CSV export."""

    format = kinds.FORMAT
    newest_first = False
    speaks_of_notes = True

    def recognises(self, path: Path, start: bytes) -> bool:  # noqa: ARG002 the start says it
        """By the names in its first line."""
        return set(first_cells(start)).issuperset(_COLUMNS)

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:
        """As wanted, or as found."""
        return csv_shape(path, wanted)

    def destination(self, kind: str) -> Destination:
        """What names of a kind become."""
        return kinds.destination(kind)

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """The readings of each day, put together by their time. Only the rows of a day are in memory."""
        readings = Readings(places(path, shape, _COLUMNS), report)
        found = (reading for row in rows(path, shape, progress) if (reading := readings.read(row)) is not None)
        days: set[int] = set()
        for day, of_day in groupby(found, key=lambda reading: reading.day):
            again = day.toordinal() in days
            days.add(day.toordinal())
            yield from _entries(of_day, again=again)


def _entries(readings: Iterable[Reading], *, again: bool) -> Iterator[SourceEntry]:
    """The entries of a day; a second reading of one thing at one time makes another entry.

    In a file by categories a day comes again: then the category is part of the key.
    """
    times: dict[str, list[_Gathered]] = {}
    for reading in readings:
        key = f"{reading.key}/{reading.category}" if again else reading.key
        entries = times.setdefault(key, [])
        place = next((entry for entry in entries if entry.takes(reading)), None)
        if place is None:
            place = _Gathered(reading, key)
            entries.append(place)
        place.add(reading)
    for entries in times.values():
        for entry in entries:
            yield entry.entry()


class _Gathered:
    """An entry while its rows come."""

    def __init__(self, first: Reading, key: str) -> None:
        self._first = first
        self._key = key
        self._said: dict[tuple[str, str], Said] = {}
        self._notes: dict[str, None] = {}
        self._doses: list[SourceDose] = []

    def takes(self, reading: Reading) -> bool:
        """Whether no name of the reading has been said, other than as it says it too."""
        return all(self._said.get(said[:2], said) == said for said in reading.said)

    def add(self, reading: Reading) -> None:
        self._said |= {said[:2]: said for said in reading.said}
        self._notes |= dict.fromkeys(note for note in reading.notes if note)
        self._doses += reading.doses

    def entry(self) -> SourceEntry:
        first = self._first
        said, note = tuple(self._said.values()), "\n".join(self._notes)
        return SourceEntry(first.line, first.at, self._key, said, note, first.known, first.part, tuple(self._doses))

"""Loop Habit Tracker: the zip that it exports, with `Habits.csv` and a folder of checkmarks for each habit.

The folders are read and not the table of all habits beside them: only they have the notes, and names
with commas in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from journal.exchange.archives import MISSING_PART, part_names
from journal.exchange.diaries.loop import (
    FORMAT,
    cell,
    day_of_row,
    destination,
    habit_of_folder,
    noon,
    position_of_folder,
    said_of,
)
from journal.exchange.diaries.loop_cells import Numbers
from journal.exchange.diaries.note_text import joined
from journal.exchange.diaries.order import TWICE
from journal.exchange.diaries.part_rows import PartRows, has_part, part_named, told
from journal.exchange.diaries.source import Destination, Said, SourceEntry, SourceShape
from journal.exchange.diaries.stable_keys import readable
from journal.exchange.drafts import Progress
from journal.exchange.table_rows import Row
from journal.exchange.unread import Report, unread
from journal.model.entries import TimeKnown
from journal.model.errors import InvalidFile

LIST, CHECKMARKS = "Habits.csv", "Checkmarks.csv"
_NUMERICAL = "NUMERICAL"
_AGAIN = " ("
"""Before the number of a second habit of the same name."""


@dataclass(frozen=True, slots=True)
class _Habit:
    """A habit of the list: its name, and whether it says that a number answers it."""

    name: str
    numerical: bool = False


@dataclass(slots=True)
class _Day:
    """What all habits say of one day."""

    line: int
    said: list[Said] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class LoopZip:
    """The zip file of all habits."""

    format = FORMAT
    newest_first = True
    speaks_of_notes = True

    def recognises(self, path: Path, start: bytes) -> bool:
        """A zip that holds both files."""
        return has_part(path, start, LIST) and has_part(path, start, CHECKMARKS)

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:  # noqa: ARG002 the program always writes it so
        """UTF-8 unless wanted otherwise."""
        return SourceShape(wanted.encoding or "utf-8")

    def read(
        self, path: Path, shape: SourceShape, report: Report, progress: Progress | None = None
    ) -> Iterator[SourceEntry]:
        """One entry a day, the newest first. Raises InvalidFile, FileTooLarge, FileUnreadable."""
        listed = _listed(path, shape)
        days: dict[date, _Day] = {}
        for part in _folders(path):
            _gather(_Part(PartRows(path, part, shape.encoding), listed), days, report, progress)
        for day in sorted(days, reverse=True):
            found = days[day]
            note = joined(*found.notes)
            yield SourceEntry(found.line, noon(day), day.isoformat(), tuple(found.said), note, TimeKnown.DAY)

    def destination(self, kind: str) -> Destination:
        """Yes and no, or a number without an upper end."""
        return destination(kind)


class _Part:
    """The checkmarks of one habit."""

    def __init__(self, table: PartRows, listed: dict[int, _Habit]) -> None:
        self._table = table
        folder = PurePosixPath(table.name).parent.name
        known = listed.get(position_of_folder(folder) or 0)
        self.name = known.name if known else habit_of_folder(folder) or folder
        self.habit = Numbers(sure=known is not None and known.numerical)
        for row in self.rows():
            self.habit.add(cell(row, 1))

    def rows(self) -> Iterator[Row]:
        """Every row; old versions write no first line."""
        first = self._table.header()
        if first[0][:1].isdigit():
            yield Row(1, first)
        yield from self._table


def _gather(part: _Part, days: dict[date, _Day], report: Report, progress: Progress | None) -> None:
    for row in told(part.rows(), progress):
        day = day_of_row(row, report)
        if day is None:
            continue
        found = days.setdefault(day, _Day(row.line))
        one = said_of(row.line, part.name, cell(row, 1), part.habit, report)
        if one and any(each.name == one.name for each in found.said):
            report(unread(row.line, part.name, cell(row, 1), TWICE))
        elif one:
            found.said.append(one)
        if note := cell(row, 2):
            found.notes.append(f"{part.name}: {note}")


def _folders(path: Path) -> list[str]:
    """The checkmarks in folders, by the places of the habits. Raises InvalidFile where there are none."""
    found = [part for part in part_names(path) if PurePosixPath(part).name == CHECKMARKS and "/" in part]
    own = [part for part in found if position_of_folder(PurePosixPath(part).parent.name) is not None]
    if not own:
        raise InvalidFile(path=str(path), line=None, column=None, reason=MISSING_PART)
    return sorted(own)


def _listed(path: Path, shape: SourceShape) -> dict[int, _Habit]:
    """The habits by their places in the list."""
    table = PartRows(path, part_named(path, LIST), shape.encoding)
    names = [name.casefold() for name in table.header()]
    places = {name: names.index(name) for name in ("position", "name", "type") if name in names}
    if "position" not in places or "name" not in places:
        return {}
    found: dict[int, _Habit] = {}
    for row in table:
        position, name = cell(row, places["position"]), readable(cell(row, places["name"]))
        if position.isdecimal() and name:
            numerical = "type" in places and cell(row, places["type"]).upper() == _NUMERICAL
            taken = sum(habit.name.split(_AGAIN)[0] == name for habit in found.values())
            shown = f"{name}{_AGAIN}{taken + 1})" if taken else name
            found[int(position[:9])] = _Habit(shown, numerical)
    return found

"""When each row of a table was: its wall time, instant and day, and the rows on clock-change nights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from journal.exchange.table_cells import Dates, moment, time_of_day
from journal.exchange.table_mapping import TableMapping, TimeColumn
from journal.exchange.table_rows import Row
from journal.exchange.table_zones import RowZones
from journal.exchange.unread import (
    IN_FUTURE,
    NO_DATE,
    NOT_A_DATE,
    NOT_A_MOMENT,
    NOT_A_TIME,
    TOO_EARLY,
    Report,
    Unread,
    unread,
    unreported,
)
from journal.exchange.wall_clock import Ambiguous, Instant, instant, is_ambiguous, second_times
from journal.model.entries import TimeKnown, day_of, local_time

DAY_MS = 24 * 60 * 60 * 1000
FIRST_YEAR = 1900
NOON = time(12, 0)
"""An entry of a file without a time stands at noon, its time marked as not known."""


@dataclass(frozen=True, slots=True)
class FileTime:
    """What reading the times of a file needs from outside: the zone of local times, the day's start, and now."""

    zone: tzinfo
    zone_name: str | None
    day_start_min: int
    now_ms: int


@dataclass(frozen=True, slots=True)
class Wall:
    """The time that a row says, before its zone is thought of."""

    at: datetime
    known: TimeKnown

    @property
    def key(self) -> str:
        """The time as the file says it: the part of a source key that stays when the zone is corrected."""
        return self.at.date().isoformat() if self.known is TimeKnown.DAY else self.at.isoformat()


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a row was. `zone` is the IANA name of its zone where it has no offset of its own."""

    wall: Wall
    instant: Instant
    day: date
    zone: str | None = None


class Stamps:
    """Reads the time columns of a table's rows."""

    def __init__(self, mapping: TableMapping, columns: dict[str, int], times: FileTime, decimal: str) -> None:
        self._mapping = mapping
        self._columns = columns
        self._times = times
        self._decimal = decimal
        self._dates = Dates(mapping.date) if mapping.date else None
        self._zones = RowZones(mapping, columns)
        self.order = Order()

    def scan(self, row: Row) -> None:
        """Look at a row's time in the pass before the others, which finds the order of the file."""
        wall = self._wall(row, unreported)
        if wall is not None:
            named = self._zones.read(row, unreported)
            zone = self._times.zone if named is None else named.zone
            double = wall.known is TimeKnown.MINUTE and is_ambiguous(wall.at, zone)
            self.order.add(row.line, wall.at, double=double)

    def read(self, row: Row, report: Report) -> Stamp | None:
        """When a row was, or None if it does not say; what can't be read is reported."""
        wall = self._wall(row, report)
        if wall is None:
            return None
        named = self._zones.read(row, report)
        zone, name = (self._times.zone, self._times.zone_name) if named is None else named
        try:
            at = wall.at.astimezone(zone) if named is not None and wall.at.tzinfo is not None else wall.at
            found = instant(at, zone, second=row.line in self.order.seconds)
        except OverflowError:
            found = Instant(self._times.now_ms + 3 * DAY_MS, 0)
        if found.at_ms > self._times.now_ms + DAY_MS:
            report(self._time_cell(row, IN_FUTURE))
            return None
        placed = named is not None or wall.at.tzinfo is None
        return Stamp(wall, found, self._day(wall, found), name if placed else None)

    def _day(self, wall: Wall, found: Instant) -> date:
        if wall.known is TimeKnown.DAY:
            return wall.at.date()
        return day_of(local_time(found.at_ms, found.offset_min), self._times.day_start_min)

    def _wall(self, row: Row, report: Report) -> Wall | None:
        if self._mapping.moment is not None:
            return self._moment(row, self._mapping.moment, report)
        day = self._date(row, report)
        return None if day is None else self._with_time(row, day, report)

    def _moment(self, row: Row, column: TimeColumn, report: Report) -> Wall | None:
        text = self._text(row, column)
        if text in self._mapping.missing:
            self._no_date(row, report)
            return None
        found = moment(text, column, self._decimal)
        reason = NOT_A_MOMENT if found is None else impossible(found[0].date())
        if found is None or reason:
            report(self._time_cell(row, reason))
            return None
        at, has_time = found
        if has_time:
            return Wall(at, TimeKnown.MINUTE)
        return Wall(datetime.combine(at.date(), NOON), TimeKnown.DAY)

    def _date(self, row: Row, report: Report) -> date | None:
        if self._dates is None or self._mapping.date is None:
            return None
        text = self._text(row, self._mapping.date)
        if text in self._mapping.missing:
            self._no_date(row, report)
            return None
        day = self._dates.read(text)
        reason = NOT_A_DATE if day is None else impossible(day)
        if reason:
            report(self._time_cell(row, reason))
            return None
        return day

    def _with_time(self, row: Row, day: date, report: Report) -> Wall:
        column = self._mapping.time
        text = self._text(row, column) if column else ""
        if column is None or text in self._mapping.missing:
            return Wall(datetime.combine(day, NOON), TimeKnown.DAY)
        since_midnight = time_of_day(text, column, self._decimal)
        if since_midnight is None:
            report(unread(row.line, column.column, text, NOT_A_TIME))
            return Wall(datetime.combine(day, NOON), TimeKnown.DAY)
        return Wall(datetime.combine(day, time.min) + _whole_ms(since_midnight), TimeKnown.MINUTE)

    def _no_date(self, row: Row, report: Report) -> None:
        """A row of empty cells is an empty line; any other row without a date is listed."""
        if any(cell.strip() for cell in row.cells):
            report(self._time_cell(row, NO_DATE))

    def _time_cell(self, row: Row, reason: str) -> Unread:
        column = self._mapping.moment or self._mapping.date
        name = column.column if column else ""
        return unread(row.line, name, self._text(row, column) if column else "", reason)

    def _text(self, row: Row, column: TimeColumn) -> str:
        place = self._columns[column.column]
        return row.cells[place].strip() if place < len(row.cells) else ""


class Order:
    """Whether the rows of a file run on in time, run back, or neither; found in a first look.

    `doubles` are the lines whose time the clock showed twice, `seconds` those of them that are
    the second.
    """

    def __init__(self) -> None:
        self.ascending = True
        self.descending = True
        self.seconds: frozenset[int] = frozenset()
        self.doubles: frozenset[int] = frozenset()
        self._double: list[Ambiguous] = []
        self._last: datetime | None = None

    def add(self, line: int, wall: datetime, *, double: bool) -> None:
        """Take the next row. Times that a clock showed twice say nothing of the order."""
        if double:
            self._double.append(Ambiguous(line, wall))
            return
        plain = wall.replace(tzinfo=None) - (wall.utcoffset() or timedelta())
        if self._last is not None:
            self.ascending = self.ascending and plain >= self._last
            self.descending = self.descending and plain <= self._last
        self._last = plain

    def finish(self) -> None:
        """Settle which rows of a double hour are the second ones."""
        self.doubles = frozenset(each.line for each in self._double)
        if self.in_order:
            self.seconds = second_times(self._double, descending=not self.ascending)

    @property
    def in_order(self) -> bool:
        """True when equal times stand next to each other."""
        return self.ascending or self.descending


def impossible(day: date) -> str:
    """Why no entry can be of this day, or an empty text.

    Years before 1900 are a slip of the keyboard or a program's zero; the last of all days has none
    after it, which the reckoning with zones needs.
    """
    if day.year < FIRST_YEAR:
        return TOO_EARLY
    return IN_FUTURE if day == date.max else ""


def _whole_ms(since_midnight: timedelta) -> timedelta:
    return timedelta(milliseconds=round(since_midnight / timedelta(milliseconds=1)))

"""The rows of Bearable's export: when each reading was, and what it says of which name."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import NamedTuple

from journal.exchange.diaries import bearable_names as kinds
from journal.exchange.diaries.clock_words import Clock, Days
from journal.exchange.diaries.note_text import plain_note
from journal.exchange.diaries.source import Said, SourceDose
from journal.exchange.table_cells import number
from journal.exchange.table_rows import Row
from journal.exchange.table_stamps import NOON
from journal.exchange.unread import NO_DATE, NOT_A_DATE, NOT_A_NUMBER, NOT_A_TIME, OUTSIDE, Report, plain_number, unread
from journal.model.entries import TimeKnown
from journal.model.items import Kind
from journal.texts.translation import mark

NO_DETAIL = mark("it names nothing")
_LAST_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]*)\)\s*", re.DOTALL)
_PARTS = {
    "pre": (time(6), "morning"),
    "am": (time(9), "morning"),
    "mid": (time(13), "afternoon"),
    "pm": (time(19), "evening"),
}
"""The parts of a day, with the time at which an entry of one stands. Its time counts as not known to the minute."""

_ALL_DAY = ("", "all day")
_SCALES = {"mood": kinds.MOOD, "energy": kinds.ENERGY, "sleep quality": kinds.QUALITY}


class Reading(NamedTuple):
    """One row. `key` names its time by what the file says."""

    line: int
    day: date
    at: datetime
    known: TimeKnown
    part: str | None
    key: str
    category: str
    said: tuple[Said, ...]
    doses: tuple[SourceDose, ...]
    notes: tuple[str, ...]


class Readings:
    """Reads the rows in the order of the file; what can't be read is reported."""

    def __init__(self, columns: dict[str, int], report: Report) -> None:
        self._columns = columns
        self._report = report
        self._days = Days()
        self._clock = Clock()

    def read(self, row: Row) -> Reading | None:
        """One row, or None without a day or when nothing of it can be read."""
        day = self._day(row)
        if day is None:
            return None
        when, known, part = self._time(row)
        at = datetime.combine(day, when)
        key = at.isoformat(timespec="minutes") if known is TimeKnown.MINUTE else f"{day.isoformat()}{part or ''}"
        category = " ".join(self._cell(row, "category").split())
        said, doses, notes = self._content(row, category.casefold())
        if not said and not doses and not any(notes):
            return None
        name = None if part is None else _PARTS[part][1]
        return Reading(row.line, day, at, known, name, key, category.casefold(), said, doses, notes)

    def _day(self, row: Row) -> date | None:
        iso, words = self._cell(row, "date formatted"), self._cell(row, "date")
        found = self._days.iso(iso) if iso else None
        found = found or self._days.in_words(words) or self._days.iso(words)
        if found is None and any(cell.strip() for cell in row.cells):
            text = iso or words
            self._report(unread(row.line, "date", text, NOT_A_DATE if text else NO_DATE))
        return found

    def _time(self, row: Row) -> tuple[time, TimeKnown, str | None]:
        text = self._cell(row, "time of day").casefold()
        if text in _ALL_DAY:
            return NOON, TimeKnown.DAY, None
        if text in _PARTS:
            return _PARTS[text][0], TimeKnown.PART, text
        found = self._clock.read(text)
        if found is None:
            self._report(unread(row.line, "time of day", text, NOT_A_TIME))
            return NOON, TimeKnown.DAY, None
        return found, TimeKnown.MINUTE, None

    def _content(self, row: Row, category: str) -> tuple[tuple[Said, ...], tuple[SourceDose, ...], tuple[str, ...]]:
        detail, note = self._cell(row, "detail"), plain_note(self._cell(row, "notes"))
        if category == "symptom":
            return self._symptom(row, detail), (), (note,)
        if category == "meds/supplements":
            return (), self._dose(row, detail), (note,)
        if category == "sleep":
            return self._measured(row, kinds.SLEEP, "Sleep", Kind.HOURS), (), (plain_note(detail), note)
        if category in _SCALES:
            kind = _SCALES[category]
            said = self._measured(row, kind, self._cell(row, "category"))
            return (*said, *_factors(detail)), (), (note,)
        return self._other(row, detail), (), (note,)

    def _symptom(self, row: Row, detail: str) -> tuple[Said, ...]:
        name, severity = _split(detail)
        if not name:
            self._report(unread(row.line, "detail", detail, NO_DETAIL))
            return ()
        if self._empty(row) and severity.casefold() in kinds.SEVERITIES:
            return (Said(kinds.SYMPTOM, name, kinds.SEVERITIES[severity.casefold()]),)
        return self._measured(row, kinds.SYMPTOM, name)

    def _dose(self, row: Row, detail: str) -> tuple[SourceDose, ...]:
        name, unit = _split(detail)
        if not name:
            self._report(unread(row.line, "detail", detail, NO_DETAIL))
            return ()
        amount = None if self._empty(row) else self._number(row, Kind.SCALE)
        if amount is not None and amount < 0:
            self._report(unread(row.line, "rating/amount", self._cell(row, "rating/amount"), NOT_A_NUMBER))
            amount = None
        return (SourceDose(name, amount, unit),)

    def _measured(self, row: Row, kind: str, name: str, of: Kind = Kind.SCALE) -> tuple[Said, ...]:
        value = self._number(row, of)
        if value is None:
            return ()
        low, high = kinds.RANGES[kind]
        if not low <= value <= high:
            text, ends = self._cell(row, "rating/amount"), {"low": plain_number(low), "high": plain_number(high)}
            self._report(unread(row.line, "rating/amount", text, OUTSIDE, **ends))
            return ()
        return (Said(kind, name, value),)

    def _other(self, row: Row, detail: str) -> tuple[Said, ...]:
        """Health measurements and whatever else has a number; a list of factors otherwise."""
        name = detail or self._cell(row, "category")
        if not self._empty(row) and "|" not in detail:
            value = self._number(row, Kind.SCALE)
            return () if value is None or not name else (Said(kinds.MEASUREMENT, name, value),)
        return _factors(name)

    def _number(self, row: Row, kind: Kind) -> float | None:
        text = self._cell(row, "rating/amount")
        value = number(text, "," if "," in text else ".", {}, kind)
        if value is None:
            self._report(unread(row.line, "rating/amount", text, NOT_A_NUMBER))
        return value

    def _empty(self, row: Row) -> bool:
        return self._cell(row, "rating/amount").casefold() in ("", "none")

    def _cell(self, row: Row, name: str) -> str:
        place = self._columns.get(name, len(row.cells))
        return row.cells[place].strip().replace("\0", "\ufffd") if place < len(row.cells) else ""


def _split(detail: str) -> tuple[str, str]:
    """A name and what stands in its last brackets; brackets before them belong to the name."""
    found = _LAST_BRACKETS.fullmatch(detail)
    return (found[1].strip(), found[2].strip()) if found else (detail.strip(), "")


def _factors(detail: str) -> tuple[Said, ...]:
    names = dict.fromkeys(name.strip() for name in detail.split("|"))
    return tuple(Said(kinds.FACTOR, name) for name in names if name)

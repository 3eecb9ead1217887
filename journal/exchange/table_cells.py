"""Cells of a table made into numbers and times. None means that a cell can't be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from journal.exchange.table_mapping import TimeColumn, Unit
from journal.exchange.wall_clock import EPOCH
from journal.model.items import Kind

_NUMBER = re.compile(r"[+-]?(\d+([.]\d*)?|[.]\d+)([eE][+-]?\d{1,3})?")
_CLOCK_HOURS = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_LONGEST_DAY_S = 36 * 3600
"""Seconds since midnight may run on into the night: 90,000 is one in the morning of the next day."""


def number(text: str, decimal: str, words: Mapping[str, float], kind: Kind = Kind.SCALE) -> float | None:
    """A cell as a number: a word that stands for one, hours as 7:45, digits of any script.

    NaN, infinity, digit groups and underscores are no numbers.
    """
    found = words.get(text)
    if found is None and words:
        found = words.get(text.casefold())
    if found is not None:
        return float(found)
    plain = text.replace("−", "-")
    if decimal == "," and "," in plain:
        plain = "" if "." in plain else plain.replace(",", ".")
    if _NUMBER.fullmatch(plain):
        value = float(plain)
        return value if abs(value) < 1e15 else None
    return _hours(text) if kind is Kind.HOURS else None


def _hours(text: str) -> float | None:
    found = _CLOCK_HOURS.fullmatch(text)
    if found is None:
        return None
    return int(found[1]) + int(found[2]) / 60 + int(found[3] or 0) / 3600


class Dates:
    """Reads the cells of a date column; a date that comes again is not read again."""

    def __init__(self, column: TimeColumn) -> None:
        self._format = column.format
        self._known: dict[str, date | None] = {}

    def read(self, text: str) -> date | None:
        """The date, or None. Years before 1900 are read, and judged elsewhere."""
        if text not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[text] = self._parse(text)
        return self._known[text]

    def _parse(self, text: str) -> date | None:
        try:
            if self._format:
                return datetime.strptime(text, self._format).date()  # noqa: DTZ007 a date has no zone
            return date.fromisoformat(text)
        except ValueError:
            return None


def time_of_day(text: str, column: TimeColumn, decimal: str) -> timedelta | None:
    """The time since midnight, or None."""
    if column.unit is Unit.SECONDS:
        seconds = number(text, decimal, {})
        return timedelta(seconds=seconds) if seconds is not None and 0 <= seconds < _LONGEST_DAY_S else None
    try:
        if column.format:
            at = datetime.strptime(text, column.format).time()  # noqa: DTZ007 local by the mapping's zone
        else:
            at = time.fromisoformat(text.zfill(5) if text[1:2] == ":" else text)
    except ValueError:
        return None
    if at.tzinfo is not None:
        return None
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond)


def moment(text: str, column: TimeColumn, decimal: str) -> tuple[datetime, bool] | None:
    """A date with its time, with an offset if the cell has one, and whether the time is known."""
    try:
        if column.unit is not None:
            count = number(text, decimal, {})
            if count is None:
                return None
            scale = 1000 if column.unit is Unit.SECONDS else 1
            return (EPOCH + timedelta(milliseconds=count * scale)).astimezone(UTC), True
        if column.format:
            return datetime.strptime(text, column.format), _has_time(column.format)  # noqa: DTZ007
        return datetime.fromisoformat(text), len(text) > 10
    except (ValueError, OverflowError):
        return None


def _has_time(form: str) -> bool:
    return any(sign in form for sign in ("%H", "%I", "%X"))

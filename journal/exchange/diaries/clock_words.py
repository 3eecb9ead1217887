"""Days and times as programs write them for people: ISO or with a month's name, 22:00 or 10:00 pm."""

from __future__ import annotations

import re
from datetime import date, time

from journal.texts.month_names import month_of

_MOST_KNOWN = 20_000
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*([ap])?\.?\s*(?:(?<=[ap.\s])m\.?)?", re.IGNORECASE)
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|º|\.|er)?(?: de| d['’])?\s+([^\W\d]+)\.?,?(?: de)?\s+(\d{4})", re.IGNORECASE
)
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)


class Days:
    """Reads days; one that comes again is not read again."""

    def __init__(self) -> None:
        self._known: dict[str, date | None] = {}

    def iso(self, text: str) -> date | None:
        """A day such as 2020-09-22, or None."""
        if text not in self._known:
            self._keep(text, _iso(text))
        return self._known[text]

    def in_words(self, text: str) -> date | None:
        """A day with its month's name, such as 22nd Sep 2020 or September 22 2020, or None."""
        if text not in self._known:
            self._keep(text, _in_words(text))
        return self._known[text]

    def _keep(self, text: str, day: date | None) -> None:
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._known[text] = day


class Clock:
    """Reads times of day, of 12 and of 24 hours; one that comes again is not read again."""

    def __init__(self) -> None:
        self._known: dict[str, time | None] = {}

    def read(self, text: str) -> time | None:
        """The time, or None."""
        if text not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[text] = _clock(text)
        return self._known[text]


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _in_words(text: str) -> date | None:
    plain = " ".join(text.split())
    found = _DAY_MONTH.fullmatch(plain)
    day, month, year = found.groups() if found else ("", "", "")
    if not found:
        found = _MONTH_DAY.fullmatch(plain)
        month, day, year = found.groups() if found else ("", "", "")
    number = month_of(month) if found else None
    if number is None:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None

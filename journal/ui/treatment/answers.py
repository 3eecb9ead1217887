"""Reading a form: what was typed becomes values, or words at the field that say what does not fit. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from journal.texts.numbers import parse_number
from journal.texts.times import parse_clock
from journal.texts.translation import _
from journal.ui.treatment.parts import Value


class Answers:
    """The fields of one form. Each reader gives None, and notes a problem, where something does not fit."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values
        self.problems: dict[str, str] = {}

    @property
    def good(self) -> bool:
        """Whether everything that was read fits."""
        return not self.problems

    def text(self, key: str, needed: str = "") -> str:
        """What was typed, without blanks round it. `needed` is said where nothing was."""
        text = str(self._values.get(key, "")).strip()
        if needed and not text:
            self.problems[key] = needed
        return text

    def number(self, key: str, needed: str = "") -> float | None:
        """A number, 0 or more; None where the field is empty."""
        text = self.text(key, needed)
        if not text:
            return None
        number = parse_number(text)
        if number is None or number < 0:
            self.problems[key] = _("Type a number such as 50, or leave it empty.") if not needed else _a_number()
            return None
        return number

    def whole(self, key: str, least: int = 0, most: int | None = None) -> int | None:
        """A whole number within its range; None where the field is empty."""
        text = self.text(key)
        if not text:
            return None
        number = parse_number(text)
        fits = number is not None and number == int(number) and number >= least and (most is None or number <= most)
        if number is None or not fits:
            self.problems[key] = _range_words(least, most)
            return None
        return int(number)

    def day(self, key: str) -> date:
        """A day; a field for days always holds one."""
        day = self._values[key]
        if not isinstance(day, date):
            raise TypeError(f"{key} holds no day")
        return day

    def moment(self, day_key: str, time_key: str) -> datetime:
        """A local day and time, without an offset."""
        wall = self._values[time_key]
        if not isinstance(wall, time):
            raise TypeError(f"{time_key} holds no time")
        return datetime.combine(self.day(day_key), wall)

    def ticked(self, key: str) -> bool:
        """Whether a tick is set."""
        return bool(self._values.get(key))

    def asked(self, key: str) -> bool:
        """Whether the form has this field."""
        return key in self._values

    def times(self, key: str) -> tuple[int, ...]:
        """Times of day in minutes after midnight, each once, in their order."""
        text = self.text(key)
        found = parse_times(text)
        if found is None:
            self.problems[key] = _("Type times of day such as 8:00, 20:00.")
            return ()
        return found


def parse_times(text: str) -> tuple[int, ...] | None:
    """Times such as "8, 20:00", "0800 2000" or "8:00 AM, 8:00 PM" in minutes after midnight; None where one is none."""
    plain = re.sub(r"[\u00a0\u202f]", " ", text)
    parts = [part.strip() for part in re.split(r"[,;]|\s+(?=\d)", plain) if part.strip()]
    minutes = [parse_clock(part) for part in parts]
    if any(minute is None for minute in minutes):
        return None
    return tuple(sorted({minute for minute in minutes if minute is not None}))


def _a_number() -> str:
    return _("Type a number such as 50.")


def _range_words(least: int, most: int | None) -> str:
    if most is None:
        return _("Type a whole number from {least} up, or leave it empty.").format(least=least)
    return _("Type a whole number from {least} to {most}, or leave it empty.").format(least=least, most=most)

"""Reading a typed number: "5.5", "5,5" and "5:30" are the same length of sleep. No Qt."""

from __future__ import annotations

import re

_HOURS_AND_MINUTES = re.compile(r"(\d{1,2})\s*[:hH]\s*([0-5]?\d)?")
_NUMBER = re.compile(r"\d+([.,]\d+)?|[.,]\d+")
MINUTES_IN_HOUR = 60


def parse_number(text: str) -> float | None:
    """The number in a text, or None where it is none. Both decimal signs and h:mm are read."""
    bare = text.strip().replace("\u00a0", "")
    clock = _HOURS_AND_MINUTES.fullmatch(bare)
    if clock:
        return int(clock[1]) + int(clock[2] or 0) / MINUTES_IN_HOUR
    return float(bare.replace(",", ".")) if _NUMBER.fullmatch(bare) else None


def fits(value: float, minimum: float, maximum: float | None, *, whole: bool) -> bool:
    """Whether a number is one that the question takes."""
    return value >= minimum and (maximum is None or value <= maximum) and not (whole and value != int(value))

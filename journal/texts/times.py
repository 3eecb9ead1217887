"""Times of day and lengths of time as people type them, and lengths as they are shown."""

from __future__ import annotations

import re

from journal.texts.locales import Locale
from journal.texts.numbers import amount, parse_number
from journal.texts.translation import _

DAY_MIN = 24 * 60
HALF_DAY_H = 12

FEW = 10
"""A plain number below this is read as hours where hours are usual ("2"), from this on as minutes ("90")."""

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.,h]\s*|\s+)?(\d{2})?\s*h?\s*(?:([ap])\.?\s?m\.?)?", re.IGNORECASE)
_SPAN = re.compile(r"(\d{1,3})\s*(?::|h|ч|год)\.?\s*(?:(\d{1,2})\s*(?:m|min|мин|хв)?\.?)?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,5})\s*(?:m|min|мин|хв|′|')\.?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,3}[.,]\d+)\s*h?\.?", re.IGNORECASE)


def parse_clock(text: str) -> int | None:
    """A time of day in minutes after midnight: "14:05", "14.05", "14h05", "1405", "2:05 pm"; None if it is none."""
    plain = _plain(text)
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= HALF_DAY_H:
        return None
    if half:
        hour = hour % HALF_DAY_H + (HALF_DAY_H if half == "p" else 0)
    total = hour * 60 + minute
    return total if minute < 60 and total < DAY_MIN else None


def parse_span(text: str, *, few_are_hours: bool = False) -> int | None:
    """A length of time in whole minutes: "2:30", "2 h 30", "150", "150 min", "1.5 h"; None if it is none.

    `few_are_hours`: a plain number below 10 means hours.
    """
    plain = _plain(text)
    if (found := _SPAN.fullmatch(plain)) is not None and int(found[2] or 0) < 60:
        return int(found[1]) * 60 + int(found[2] or 0)
    if (found := _MINUTES.fullmatch(plain)) is not None:
        return int(found[1])
    if few_are_hours and (found := _HOURS.fullmatch(plain)) is not None:
        return round(float(found[1].replace(",", ".")) * 60)
    number = parse_number(plain)
    if number is None or number < 0 or number != int(number):
        return None
    return int(number) * 60 if few_are_hours and number < FEW else int(number)


def span_text(minutes: int, locale: Locale | None = None) -> str:
    """A length of time: "40 min", "2 h", "2 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=amount(rest, locale))
    if not rest:
        return _("{hours} h").format(hours=amount(hours, locale))
    return _("{hours} h {minutes} min").format(hours=amount(hours, locale), minutes=amount(rest, locale))


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()

"""Numbers as they are written where the person lives, with a real minus sign. Babel is loaded at the first use.

Without a `locale` the language in use and the system's territory are taken.
"""

from __future__ import annotations

import re
from functools import lru_cache

from journal.texts.locales import Locale, forms, locale_in_use

MINUS = "\N{MINUS SIGN}"

BEYOND_WRITING = 1e15
"""From here on a number is written in powers of ten; nothing that was logged is so large."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3})+(?:,\d+)?)")
_CLOCK = re.compile(r"(\d{1,2})\s*(?::|h)\s*([0-5]\d)?")


def count(value: int, locale: Locale | None = None) -> str:
    """A whole number with its thousands set apart: "1,476"."""
    return _format(value, "#,##0", locale or locale_in_use())


def one_decimal(value: float, locale: Locale | None = None) -> str:
    """A mean or median: "2.6", "2,6"."""
    return _format(value, "0.0", locale or locale_in_use())


def amount(value: float, locale: Locale | None = None) -> str:
    """A value as it was logged, with no more decimals than it has, two at most: "5.5", "7"."""
    return _format(value, "0.##", locale or locale_in_use())


def dose(value: float, locale: Locale | None = None) -> str:
    """A dose as it was written down, never rounded to another one: "0.125", "40"."""
    return _format(value, "0.######", locale or locale_in_use())


def signed(value: float, locale: Locale | None = None) -> str:
    """A change with its sign and one decimal: "−0.4", "+0.4", "0.0"."""
    text = one_decimal(abs(value), locale)
    if not re.search("[1-9]", text):
        return text
    return f"{MINUS if value < 0 else '+'}{text}"


def percent(share: float, locale: Locale | None = None) -> str:
    """A share between 0 and 1 in whole per cent: "34%", "34 %"."""
    from babel.numbers import format_percent

    return format_percent(share, locale=forms(locale or locale_in_use()))


def parse_number(text: str) -> float | None:
    """What a person typed as a number, with a decimal comma or point; None if it is not one.

    One separator is always the decimal one ("1,5" and "1.5" are the same); where both stand, the
    last is. Spaces between digits and any minus sign are understood, and any script's digits.
    """
    plain = re.sub(r"[\s\u00a0\u202f']", "", text).replace(MINUS, "-")
    if _NUMBER.fullmatch(plain):
        return float(plain.replace(",", "."))
    if _GROUPED.fullmatch(plain):
        return float(_ungrouped(plain))
    return None


def parse_hours(text: str) -> float | None:
    """Hours as a number or as hours and minutes: "5.5", "5,5", "5:30" and "5h30" are the same."""
    clock = _CLOCK.fullmatch(text.strip().lower())
    if clock is not None:
        return int(clock[1]) + int(clock[2] or 0) / 60
    return parse_number(text)


def _ungrouped(plain: str) -> str:
    decimal = max(plain.rfind(","), plain.rfind("."))
    if len(set(plain) & set(",.")) == 1:
        return re.sub("[,.]", "", plain)
    return re.sub("[,.]", "", plain[:decimal]) + "." + plain[decimal + 1 :]


@lru_cache(maxsize=4096)
def _format(value: float, pattern: str, locale: Locale) -> str:
    from babel.numbers import format_decimal

    if abs(value) >= BEYOND_WRITING:  # Babel cannot round it
        return f"{value:g}".replace("-", MINUS)
    text = str(format_decimal(abs(value), format=pattern, locale=forms(locale)))
    return MINUS + text if value < 0 and re.search("[1-9]", text) else text

"""Dates and times as they are written where the person lives. Babel is loaded at the first use.

Without a `locale` the language in use and the system's territory are taken.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from journal.model.periods import Period
from journal.texts.locales import Locale, forms, locale_in_use
from journal.texts.translation import _

Width = Literal["wide", "abbreviated", "narrow"]

_YEAR = re.compile(r"(?:,?\s*'de')?[,\s]*y+(?:[\s\u202f]*'р'\.)?")
"""The year in a full date, with the words that belong to it in Spanish and Ukrainian."""

_YEAR_SIGN = re.compile(r"(?<=\d)[\s\u202f]*р\.")
"""What Ukrainian may write after a year; its dot would end a sentence twice."""


def heading(text: str) -> str:
    """A date or a name of a day as it stands at the start of a line, a heading or a sentence: with a capital.

    Spanish, French and Ukrainian write weekdays and months small; only their first letter changes, and only here.
    """
    return text[:1].upper() + text[1:]


def long_day(day: date, locale: Locale | None = None) -> str:
    """Weekday, day and month: "Sunday 22 November"."""
    return _format_day(day, _without_year(locale or locale_in_use()), locale or locale_in_use())


def full_day(day: date, locale: Locale | None = None) -> str:
    """Weekday, day, month and year: "Sunday, 22 November 2026"."""
    return _format_day(day, "full", locale or locale_in_use())


def long_date(day: date, locale: Locale | None = None) -> str:
    """Day, month and year: "22 November 2026"."""
    return _format_day(day, "long", locale or locale_in_use())


def short_date(day: date, locale: Locale | None = None) -> str:
    """Day, short month and year: "22 Nov 2026"."""
    return _format_skeleton(day, "yMMMd", locale or locale_in_use())


def short_day(day: date, locale: Locale | None = None) -> str:
    """Day and short month: "22 Nov"."""
    return _format_skeleton(day, "MMMd", locale or locale_in_use())


def weekday_and_day(day: date, locale: Locale | None = None) -> str:
    """Short weekday, day and short month: "Sun 22 Nov"."""
    return _format_skeleton(day, "MMMEd", locale or locale_in_use())


def numeric_date(day: date, locale: Locale | None = None) -> str:
    """The shortest form, in numbers: "22/11/2026"."""
    return _format_day(day, "short", locale or locale_in_use())


def clock_time(at: datetime | time, locale: Locale | None = None) -> str:
    """Hours and minutes in the locale's own form: "21:04", "9:04 PM". The wall clock as given."""
    from babel.dates import format_time

    wall = time(at.hour, at.minute)
    return format_time(wall, "short", locale=forms(locale or locale_in_use()))


def day_and_time(at: datetime, locale: Locale | None = None) -> str:
    """A day with its time: "Sun 22 Nov, 21:04"."""
    return _("{day}, {time}").format(day=weekday_and_day(at.date(), locale), time=clock_time(at, locale))


def weekday_name(weekday: int, locale: Locale | None = None, width: Width = "wide") -> str:
    """The name of a weekday standing alone; 0 is Monday, as in Python."""
    return str(forms(locale or locale_in_use()).days["stand-alone"][width][weekday])


def month_name(month: int, locale: Locale | None = None, width: Width = "wide") -> str:
    """The name of a month standing alone, 1 to 12."""
    return str(forms(locale or locale_in_use()).months["stand-alone"][width][month])


def month_and_year(day: date, locale: Locale | None = None) -> str:
    """The month of a day with its year, standing alone: "November 2026"."""
    return _format_skeleton(day, "yMMMM", locale or locale_in_use())


def period_text(period: Period, locale: Locale | None = None) -> str:
    """From the first to the last day: "1 Aug – 29 Oct 2026"."""
    from babel.dates import format_interval

    if period.first == period.last:
        return short_date(period.first, locale)
    return _bare(format_interval(period.first, period.last, "yMMMd", locale=forms(locale or locale_in_use())))


@lru_cache(maxsize=64)
def _without_year(locale: Locale) -> str:
    known = forms(locale)
    own = known.datetime_skeletons.get("MMMMEEEEd")
    return str(own) if own is not None else _YEAR.sub("", str(known.date_formats["full"])).strip(", ")


def _bare(text: str) -> str:
    return _YEAR_SIGN.sub("", text)


@lru_cache(maxsize=4096)
def _format_day(day: date, pattern: str, locale: Locale) -> str:
    from babel.dates import format_date

    return _bare(format_date(day, pattern, locale=forms(locale)))


@lru_cache(maxsize=4096)
def _format_skeleton(day: date, skeleton: str, locale: Locale) -> str:
    from babel.dates import format_skeleton

    return _bare(format_skeleton(skeleton, day, locale=forms(locale)))

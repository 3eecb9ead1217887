"""How a file was found to be written, in words; and what each of it can be changed to. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from journal.texts.translation import _, mark

Choice = tuple[str, str]
"""A value and its words."""

_FORMATS: Mapping[str, str] = {
    "daylio": mark("An export from Daylio."),
    "bearable": mark("An export from Bearable."),
    "emoods": mark("An export from eMoods."),
    "trackgraph": mark("An export from Track & Graph."),
    "loop": mark("An export from Loop Habit Tracker."),
    "t2": mark("An export from T2 Mood Tracker."),
    "medtimer": mark("An export from MedTimer."),
    "table": mark("A table. Say below what its columns are."),
    "leeward": mark("A Leeward journal, saved as JSON."),
}

_ENCODINGS: Mapping[str, str] = {
    "utf-8": mark("UTF-8"),
    "utf-16": mark("UTF-16"),
    "cp1252": mark("Windows-1252 (western Europe)"),
    "cp1250": mark("Windows-1250 (central Europe)"),
    "cp1251": mark("Windows-1251 (Cyrillic)"),
}

_DELIMITERS: Mapping[str, str] = {
    ",": mark("Comma ( , )"),
    ";": mark("Semicolon ( ; )"),
    "\t": mark("Tab"),
    "|": mark("Upright line ( | )"),
}

_DECIMALS: Mapping[str, str] = {".": mark("Point, as in 5.5"), ",": mark("Comma, as in 5,5")}

_SAME_ENCODING: Mapping[str, str] = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}


def format_words(name: str) -> str:
    """What kind of file it is, as a sentence."""
    return _(_FORMATS[name]) if name in _FORMATS else ""


def encoding_choices(found: str) -> tuple[Choice, ...]:
    """The encodings to choose from; the one found stands among them as it was found."""
    usual = _SAME_ENCODING.get(found, found)
    rest = [(found if name == usual else name, _(words)) for name, words in _ENCODINGS.items()]
    return tuple(rest) if usual in _ENCODINGS or not found else (*rest, (found, found))


def delimiter_choices() -> tuple[Choice, ...]:
    """The signs that can stand between two cells."""
    return tuple((sign, _(words)) for sign, words in _DELIMITERS.items())


def decimal_choices() -> tuple[Choice, ...]:
    """The signs that can stand before the decimals."""
    return tuple((sign, _(words)) for sign, words in _DECIMALS.items())


@cache
def zone_names() -> tuple[str, ...]:
    """Every zone by its IANA name, those of a place before the rest."""
    from zoneinfo import available_timezones

    names = (name for name in available_timezones() if not name.startswith(("posix/", "right/")))
    return tuple(sorted(names, key=lambda name: ("/" not in name or name.startswith("Etc/"), name)))

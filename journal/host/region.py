"""Where the person is: the customs of the system's locale, and the number to call in danger.

Dates, the first weekday, measures and paper follow the locale; the emergency number follows the
time zone, which is set where the computer is, and the locale only where the zone says nothing.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from journal.host.resources import resource

Measures = Literal["metric", "us"]
Paper = Literal["a4", "letter"]

MONDAY = 0
UNKNOWN_COUNTRY = "ZZ"
GENERAL_EMERGENCY = "112"
"""Reaches the emergency services in the EU and from most mobile phones elsewhere."""

_US_MEASURES = frozenset({"US", "LR", "MM"})
_LETTER_PAPER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Unicode CLDR, territory information: measurement systems and paper sizes."""

_LOCALE_NAME = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z]{4})?[_-]([A-Za-z]{2})(?:[.@_-].*)?")


@dataclass(frozen=True, slots=True)
class Region:
    """`territory` (ISO 3166) has the customs, `country` is where the computer is; each may be empty.

    `first_weekday` is 0 for Monday, as in Python.
    """

    territory: str = ""
    country: str = ""
    first_weekday: int = MONDAY
    measures: Measures = "metric"
    paper: Paper = "a4"


@dataclass(frozen=True, slots=True)
class Emergency:
    """The numbers to call in danger, the first one first. `checked` is a year and month, "2026-11".

    `verified` is false where the number was not read in a source: the card then says "check".
    """

    numbers: tuple[str, ...]
    verified: bool
    checked: str


def system_region(zone: str | None = None, environ: Mapping[str, str] | None = None) -> Region:
    """The region of the system; `zone` is the IANA name of its time zone, if known."""
    territory = system_territory(environ)
    return Region(
        territory=territory,
        country=_zone_country(zone) or territory,
        first_weekday=first_weekday(territory),
        measures="us" if territory in _US_MEASURES else "metric",
        paper="letter" if territory in _LETTER_PAPER else "a4",
    )


def system_territory(environ: Mapping[str, str] | None = None) -> str:
    """The territory whose dates and times the system uses, or an empty text."""
    given = os.environ if environ is None else environ
    names = [given.get(name, "") for name in ("LC_ALL", "LC_TIME", "LANG")]
    return next(filter(None, map(territory_of, [*names, _platform_locale()])), "")


def system_language(environ: Mapping[str, str] | None = None) -> str:
    """The language the system speaks, as an ISO 639 code, or an empty text."""
    given = os.environ if environ is None else environ
    first = given.get("LANGUAGE", "").split(":")[0]
    names = [first, *(given.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")), _platform_locale()]
    codes = (re.split(r"[_.@-]", name)[0].lower() for name in names if name)
    return next((code for code in codes if re.fullmatch("[a-z]{2,3}", code)), "")


def territory_of(locale_name: str) -> str:
    """The territory in a name such as "de_AT.UTF-8" or "zh-Hant-TW"; empty where there is none."""
    match = _LOCALE_NAME.fullmatch(locale_name)
    return match[1].upper() if match else ""


def first_weekday(territory: str) -> int:
    """The day a week begins with, 0 for Monday."""
    if not territory:
        return MONDAY
    from babel.core import Locale, UnknownLocaleError

    try:
        return int(Locale.parse(f"und_{territory}").first_week_day)
    except (UnknownLocaleError, ValueError):
        return MONDAY


def emergency(country: str) -> Emergency:
    """The number to call in danger in a country; 112, marked as not verified, where none is known."""
    data = tomllib.loads(resource("support", "numbers.toml").read_text(encoding="utf-8"))
    for each in data["country"]:
        if each["code"] == country:
            return Emergency(tuple(each["emergency"]), each.get("emergency_verified", True), data["checked"])
    eu = country in data["general_emergency_in"]
    return Emergency((GENERAL_EMERGENCY,), eu, data["checked"])


def _zone_country(zone: str | None) -> str:
    if not zone:
        return ""
    from babel.core import get_global

    usual = get_global("zone_aliases").get(zone, zone)
    found = str(get_global("zone_territories").get(usual, ""))
    return found if re.fullmatch("[A-Z]{2}", found) and found != UNKNOWN_COUNTRY else ""


def _platform_locale() -> str:
    """The locale in which Windows or macOS shows dates; elsewhere the environment says it all."""
    if sys.platform == "win32":
        import ctypes

        buffer = ctypes.create_unicode_buffer(85)
        ctypes.windll.kernel32.GetUserDefaultLocaleName(buffer, len(buffer))
        return buffer.value
    if sys.platform == "darwin":
        import subprocess

        asked = ["/usr/bin/defaults", "read", "-g", "AppleLocale"]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False)
        return answer.stdout.strip().split("@")[0]
    return ""

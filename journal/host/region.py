"""Where the person is: the customs of the system's locale, and the number to call in danger.

Dates, the first weekday, measures and paper follow the locale; the emergency number follows the
time zone, which is set where the computer is, and the locale only where the zone says nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from journal.host.resources import resource
from journal.host.system_locale import system_territory

Measures = Literal["metric", "us"]
Paper = Literal["a4", "letter"]

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
UNKNOWN_COUNTRY = "ZZ"
GENERAL_EMERGENCY = "112"
"""Reaches the emergency services in the EU and from most mobile phones elsewhere."""

_US_MEASURES = frozenset({"US", "LR", "MM"})
_LETTER_PAPER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Unicode CLDR, territory information: measurement systems and paper sizes."""
_WEEKS_FROM = {
    SUNDAY: "AG AO AS BD BR BS BT BW BZ CA CO CV DM DO ET GT GU GW HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ "
    "NI NP PA PE PH PK PR PT PY SA SG ST SV TH TL TT TW UM US VE VI WS YE ZA ZW",
    SATURDAY: "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY",
    FRIDAY: "MV",
}
"""Unicode CLDR, week data: places whose weeks begin on another day. A frozen program has not the data of each."""


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


def first_weekday(territory: str) -> int:
    """The day a week begins with, 0 for Monday."""
    return next((day for day, territories in _WEEKS_FROM.items() if territory in territories.split()), MONDAY)


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

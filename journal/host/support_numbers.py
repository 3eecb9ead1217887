"""Reads the shipped numbers to call or text: resources/support/numbers.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from journal.host.region import GENERAL_EMERGENCY
from journal.host.resources import resource
from journal.model.support import CountrySupport, Kind, SupportLine, say_parts


def countries() -> tuple[str, ...]:
    """The countries (ISO 3166) of which numbers are known, as they stand in the file."""
    return tuple(each["code"] for each in _data()["country"])


def support_in(country: str) -> CountrySupport:
    """The numbers of a country; for any other 112, verified in the EU only, and where a line can be found."""
    data = _data()
    known = next((each for each in data["country"] if each["code"] == country), None)
    if known is None:
        eu = country in data["general_emergency_in"]
        return CountrySupport("", (GENERAL_EMERGENCY,), eu, (), data["checked"], data["elsewhere"])
    lines = tuple(_line(country, each, data["checked"]) for each in known["lines"])
    verified = known.get("emergency_verified", True)
    return CountrySupport(country, tuple(known["emergency"]), verified, lines, data["checked"])


def _line(country: str, given: dict[str, Any], checked: str) -> SupportLine:
    kind, call, sms = Kind(given["kind"]), given.get("call", ""), given.get("text", "")
    then, word = say_parts(kind, call, sms, given.get("say", ""))
    return SupportLine(
        key=f"{country}/{kind}/{call or sms}",
        kind=kind,
        name=given.get("name", ""),
        call=call,
        sms=sms,
        then=then,
        word=word,
        hours=given.get("hours", ""),
        language=given.get("language", ""),
        mobile_only=given.get("from") == "mobile",
        checked=checked,
    )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("support", "numbers.toml").read_text(encoding="utf-8"))

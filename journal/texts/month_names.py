"""The names of months in the languages that phones are set to, for reading dates that were written for people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro"),
    *("tr", "ru", "uk", "el", "bg", "hr", "sl", "ca", "et", "lv", "lt", "id", "vi"),
)


def month_of(name: str) -> int | None:
    """The number of a month, or None for a name that no language has or that is two months in two languages."""
    return _months().get(name.strip().rstrip(".").casefold())


@cache
def _months() -> Mapping[str, int]:
    from babel import Locale

    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        names = Locale(language).months
        for use in names.values():
            for width in ("wide", "abbreviated"):
                for number, name in use.get(width, {}).items():
                    found.setdefault(str(name).rstrip(".").casefold(), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}

"""Which forms dates and numbers take: a language, and the territory whose customs are kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from journal.texts import translation

if TYPE_CHECKING:
    import babel

_PLAIN_TERRITORY = {"en": "GB"}
"""English in a country that has no English forms of its own: day before month, 24 hours."""


@dataclass(frozen=True, slots=True)
class Locale:
    """A language (ISO 639, "en") and a territory (ISO 3166, "DE"; empty if not known)."""

    language: str = "en"
    territory: str = ""


def locale_in_use() -> Locale:
    """The language that is spoken now, with the territory of the system."""
    return Locale(translation.language(), translation.territory())


@lru_cache(maxsize=64)
def forms(locale: Locale) -> babel.Locale:
    """Babel's forms for a locale; the language's usual ones where the territory has none in it."""
    from babel.core import Locale as Forms
    from babel.core import UnknownLocaleError

    for territory in filter(None, (locale.territory, _PLAIN_TERRITORY.get(locale.language))):
        try:
            return Forms(locale.language, territory)
        except (UnknownLocaleError, ValueError):
            continue
    return Forms(locale.language)

"""Translation by gettext, the same for the window, the command line and the PDF.

The chosen language, and the territory whose dates and numbers are used, are the one piece of state
that belongs to the whole process; they are set once, at start or when the person changes them, and
read by `_` at each call.
"""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "leeward"
LANGUAGES = ("en", "es", "de", "fr", "uk")
FROM_RIGHT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose lines begin at the right. None is translated yet; the pages are tested in one."""


class _Chosen:
    """The language in use and its catalogue."""

    def __init__(self) -> None:
        self.code = "en"
        self.territory = ""
        self.catalogue: gettext.NullTranslations = gettext.NullTranslations()


_chosen = _Chosen()


def use_language(code: str, locale_dir: Path) -> None:
    """Speak `code` (an ISO 639 code) from now on; English where there is no translation."""
    _chosen.code = code
    # English is what stands in the code: gettext would look for a file of it, and import the locales to do so.
    _chosen.catalogue = (
        gettext.NullTranslations() if code == "en" else gettext.translation(DOMAIN, locale_dir, [code], fallback=True)
    )


def spoken_language(wanted: str, locale_dir: Path) -> str:
    """The language to speak for one that is wanted: itself if there is a translation, else English."""
    return wanted if wanted in complete_languages(locale_dir) else "en"


def language() -> str:
    """The ISO 639 code in use."""
    return _chosen.code


def reads_from_right() -> bool:
    """Whether lines of the language in use begin at the right."""
    return _chosen.code in FROM_RIGHT


def use_territory(code: str) -> None:
    """Write dates and numbers as they do in `code` (ISO 3166, "DE") from now on; empty for no one in particular."""
    _chosen.territory = code


def territory() -> str:
    """The ISO 3166 code in use, or an empty text."""
    return _chosen.territory


def complete_languages(locale_dir: Path) -> tuple[str, ...]:
    """English and every language that has a compiled catalogue, in the order of `LANGUAGES`."""
    return tuple(
        code for code in LANGUAGES if code == "en" or (locale_dir / code / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file()
    )


def _(message: str) -> str:
    """Translate a sentence."""
    return _chosen.catalogue.gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: float) -> str:
    """Translate a sentence that has a number in it, whole or not ("1.5 hours")."""
    return _chosen.catalogue.ngettext(singular, plural, _whole(count))


def _whole(count: float) -> int:
    """A whole number that takes the same form: in French what counts is the whole part, elsewhere it is never one."""
    if count == int(count):
        return int(count)
    return abs(int(count)) if _chosen.code == "fr" else 2


def pgettext(context: str, message: str) -> str:
    """Translate a word that means different things in different places."""
    return _chosen.catalogue.pgettext(context, message)


def mark(message: str) -> str:
    """Mark a text for translation later; returns it unchanged."""
    return message

"""Languages that nobody speaks, to try pages in: a stretched one, and one that is read from the right.

A text that stays English in them is not translated at all; one that is cut off has too little room.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

STRETCH = 0.4
"""German and Ukrainian run up to four tenths longer than English."""

_ACCENTED = str.maketrans("aceinouyzACEINOUYZ", "áçéíñóúýžÁÇÉÍÑÓÚÝŽ")
_HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבצדהפגחיקכלמנועקרסתוטשזיז")
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>)")


def stretched(text: str) -> str:
    """Longer, accented, in brackets, its fields untouched."""
    parts = _KEPT.split(text)
    letters = sum(len(part) for part in parts if not _KEPT.fullmatch(part))
    return f"[{_spelled(parts, lambda part: part.translate(_ACCENTED))}{' ø' * round(letters * STRETCH / 2)}]"


def from_right(text: str) -> str:
    """In Hebrew letters and brackets, its fields untouched: it looks like Hebrew and means nothing."""
    return f"[{_spelled(_KEPT.split(text), lambda part: part.lower().translate(_HEBREW))}]"


PSEUDO_LANGUAGES: Mapping[str, Callable[[str], str]] = {"xx": stretched, "xr": from_right}


def pseudo(catalog: Catalog, code: str = "xx") -> Catalog:
    """All texts in a pseudo-language."""
    made, speak = Catalog(locale="en", domain="leeward"), PSEUDO_LANGUAGES[code]
    for message in catalog:
        if message.id:
            texts = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            said = tuple(speak(text) for text in texts)
            made.add(message.id, said if len(said) > 1 else said[0], context=message.context)
    return made


def write_pseudo(folder: Path, catalog: Catalog, code: str = "xx") -> Path:
    """Write a pseudo-language under a folder as gettext wants it; returns the .mo file."""
    path = folder / code / "LC_MESSAGES" / "leeward.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, pseudo(catalog, code))
    return path


def _spelled(parts: list[str], speak: Callable[[str], str]) -> str:
    return "".join(part if _KEPT.fullmatch(part) else speak(part) for part in parts)

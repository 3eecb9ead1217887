"""Text as it is compared in a search: without case, accents, kinds of quotation marks, and runs of spaces.

Everything compares by this one form, in the database and here, so that what is found can always be marked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

FOLDING = "1"
"""Another number for another way of folding: what was folded otherwise is then folded anew."""

_ACCENTS = range(0x0300, 0x0370)
_LETTERS_OF_THEIR_OWN = frozenset("йїў")
"""Cyrillic letters that only look like others with an accent."""

_NOT_SEEN = frozenset("\u00ad\u200b\u2060\ufe0e\ufe0f\ufeff")
_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "–": "-", "\u2010": "-", "\u2011": "-"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the form that is compared, and for each of its characters the place in the text it came from."""

    text: str
    places: Sequence[int]

    def spans(self, wanted: str) -> tuple[tuple[int, int], ...]:
        """Where a folded text stands in the text this came from: from each first character to after the last."""
        found = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            found.append((self.places[at], self.places[at + len(wanted) - 1] + 1))
            at = self.text.find(wanted, at + len(wanted))
        return tuple(found)


def tidied(text: str) -> str:
    """The text in one line, its characters put together: the places of `Folded` are places in this."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """The text as it is compared."""
    return " ".join(text_folded(unicodedata.normalize("NFC", text)).split())


def text_folded(text: str) -> str:
    """Each character as it is compared; runs of spaces stay."""
    return text.translate(_table())


def folded(text: str) -> Folded:
    """A tidied text as it is compared, with where each character came from."""
    table = _table()
    plain = text.translate(table)
    if table.odd.isdisjoint(text) and "  " not in plain:
        return Folded(plain, range(len(plain)))
    written: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for part in table[ord(char)]:
            if part == " " and written[-1:] == [" "]:
                continue
            written.append(part)
            places.append(place)
    return Folded("".join(written), places)


class _Table(dict[int, str]):
    """How each character that was met is compared; `odd` are those that become none or several."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: set[str] = set()

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = kept = _fold_char(char)
        if len(kept) != 1:
            self.odd.add(char)
        return kept


@cache
def _table() -> _Table:
    """The characters met so far: there are few thousand at most in what people write."""
    return _Table()


def _fold_char(char: str) -> str:
    if char in _NOT_SEEN:
        return ""
    if char in _ALIKE:
        return _ALIKE[char]
    kind = unicodedata.category(char)
    if kind == "Cs":
        return "\N{REPLACEMENT CHARACTER}"  # no text: half of a character
    if kind == "Cc" or char.isspace():
        return " "
    small = char.casefold()
    if small in _LETTERS_OF_THEIR_OWN:
        return small
    apart = unicodedata.normalize("NFKD", small)
    bare = "".join(part for part in apart if ord(part) not in _ACCENTS)
    return bare.casefold() if bare != apart else unicodedata.normalize("NFKC", small).casefold()

"""Text that people typed, made fit for the page.

A single character that no font can draw makes a tagged PDF fail whole, marks that turn the reading
direction can make a page say something else than it shows, and a word without an end would run off
the paper. What is left here stays literal: the template never reads it as markup.
"""

from __future__ import annotations

import re
import unicodedata

ENDLESS = 40
"""A run of this many characters without a space is broken."""

PIECE = 24
"""How long the pieces of an endless word are."""

JOINERS = frozenset("\u200c\u200d\u200e\u200f\ufe0e\ufe0f")
"""Marks inside words and emoji that change their shape and nothing else."""

DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
"""Categories that are no text: controls, bidi overrides, lone surrogates, unassigned, private."""

BREAK = "\u200b"

_SCRIPTS = (
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("HANGUL", "ko"),
    ("CJK", "zh"),
    ("HEBREW", "he"),
    ("ARABIC", "ar"),
    ("DEVANAGARI", "hi"),
    ("THAI", "th"),
    ("GREEK", "el"),
    ("CYRILLIC", "uk"),
)


def clean(text: str) -> str:
    """The text without what is no text, in composed form, endless words breakable."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    composed = unicodedata.normalize("NFC", whole.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(filter(None, map(_kept, composed))).strip()
    return re.sub(rf"\S{{{ENDLESS},}}", _broken, kept)


def one_line(text: str) -> str:
    """The same on one line, for names and labels."""
    return " ".join(clean(text).split())


def direction(text: str) -> str:
    """Either "rtl" or "ltr", by the first letter that has a direction (Unicode's rule P2)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def script_language(text: str, otherwise: str) -> str:
    """The language to tag a text with, guessed from its script; Latin is taken for `otherwise`."""
    names = [unicodedata.name(character, "") for character in text if character.isalpha()]
    if not names or names[0].startswith("LATIN"):
        return otherwise
    if names[0].startswith("CJK") and any(name.startswith(("HIRAGANA", "KATAKANA")) for name in names):
        return "ja"
    found = next((code for prefix, code in _SCRIPTS if names[0].startswith(prefix)), otherwise)
    return otherwise if found == "uk" and otherwise in ("uk", "ru", "bg", "sr") else found


def shortened(text: str, limit: int) -> str:
    """The text cut at a word before `limit` characters, with an ellipsis if anything was cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rsplit(None, 1)[0] if " " in head[limit // 2 :] else head).rstrip(" .,;:!?") + "…"


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\n" or character in JOINERS:
        return character
    if character == "\t" or category in ("Zs", "Zl", "Zp"):
        return character if character == "\u00a0" else " "
    return "" if category in DROPPED else character


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return BREAK.join(word[start : start + PIECE] for start in range(0, len(word), PIECE))

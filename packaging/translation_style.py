"""The marks of a sentence: its end, its quotes, dots and spaces, as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

QUOTES = {
    "de": (("„", "“"), ("‚", "‘")),
    "es": (("«", "»"), ("“", "”")),
    "fr": (
        ("«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»"),
        ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"),
    ),
    "uk": (("«", "»"), ("„", "“")),
}
"""Opening and closing quotes, outer and inner; for French the two spaces that may stand inside."""

_ALL_QUOTES = "“”„«»‚‹›"
_ENDS = ".?!…"
_CLOSING = "”“»)\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_ABBREVIATION = re.compile(r"(?:^|[\s.(])[^\W\d_]{1,3}\.$")
_LOOSE_SPACE = re.compile(r"[^\W_][}»)]? [:;?!»]|« ")
_NO_SPACE = re.compile(r"[^\W\d_][?!;]|[^\W\d_/]:(?=\s|$)")


def style_faults(code: str, english: str, text: str) -> Iterator[str]:
    """What is not as the language writes it."""
    if "..." in text:
        yield "three dots: … is one character"
    if _end(english) != _end(text) and not (_ABBREVIATION.search(text) or _ABBREVIATION.search(english)):
        yield f"ends in “{text.strip()[-1:]}”: a sentence ends as in English, with a mark or without"
    if _APOSTROPHE.search(text):
        yield "a straight apostrophe: ’ stands in words"
    if text.count('"') != english.count('"'):
        yield "straight quotes"
    yield from _quotes(code, english, text)
    if code == "fr":
        yield from _french_spaces(text)
    if code == "es" and ("?" in text) != ("¿" in text):
        yield "a question needs ¿ and ?"


def _end(text: str) -> str:
    """What kind of end a text has: of a sentence, a colon, or none."""
    last = text.strip().rstrip(_CLOSING)[-1:]
    if text.strip()[-1:] in _ENDS:
        last = text.strip()[-1]
    if last == "?":
        return "question"
    if last == "…":
        return "dots"
    return "sentence" if last in set(_ENDS) else "colon" if last == ":" else "none"


def _quotes(code: str, english: str, text: str) -> Iterator[str]:
    pairs = QUOTES.get(code, (("“", "”"),))
    wanted = english.count("“")
    for opening, closing in pairs:
        if text.count(opening) != text.count(closing):
            # The closing mark of one language is the opening one of another: count them where they differ.
            yield f"{opening} without {closing}, or the other way round"
            return
    found = sum(text.count(opening) for opening, _closing in pairs)
    ours = {mark for pair in pairs for mark in "".join(pair)}
    strange = (set(text) & set(_ALL_QUOTES)) - ours - ({"‹", "›"} & set(english))
    if strange:
        yield f"quotes of another language ({''.join(sorted(strange))}): {' '.join(f'{a}…{b}' for a, b in pairs)}"
    elif found < wanted:  # a language may set more of them: round the name of a button, for example
        yield f"{found} pairs of quotes where English has {wanted}"


def _french_spaces(text: str) -> Iterator[str]:
    if _LOOSE_SPACE.search(text):
        yield "an ordinary space beside : ; ? ! « »: a no-break one keeps them together"
    plain = re.sub(r"\{[^{}]*\}|https?://\S+", "x", text)
    if _NO_SPACE.search(plain):
        yield "a no-break space before : ; ? ! is missing"

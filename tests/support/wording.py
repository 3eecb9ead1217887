"""Searches texts for what Leeward never says; the patterns stand in tests/data/wording.toml, by language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATTERNS = Path(__file__).parents[1] / "data" / "wording.toml"
FIELD = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Found:
    """A banned word in a text: which rule, the word, the text and where it stands."""

    rule: str
    word: str
    text: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: “{self.word}” in “{self.text}” ({self.place})"


@cache
def patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules of a language, ready to search with."""
    rules = tomllib.loads(PATTERNS.read_text(encoding="utf-8"))[language]
    return tuple((rule, re.compile("|".join(each), re.IGNORECASE)) for rule, each in rules.items())


def languages() -> tuple[str, ...]:
    """The languages that have rules."""
    return tuple(tomllib.loads(PATTERNS.read_text(encoding="utf-8")))


def plain(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def banned(text: str, language: str = "en", place: str = "") -> list[Found]:
    """Every banned word or claim in a text; the names of its {fields} are no words of it."""
    words = FIELD.sub("{}", plain(text))
    return [
        Found(rule, match.group(0), plain(text), place)
        for rule, pattern in patterns(language)
        for match in pattern.finditer(words)
    ]


def unwanted(texts: Iterable[tuple[str, str]], allowed: Mapping[str, str], language: str = "en") -> list[str]:
    """What is found in (text, place) pairs and is not allowed, as lines to read."""
    return [
        str(found) for text, place in texts if plain(text) not in allowed for found in banned(text, language, place)
    ]


ALLOWED: Mapping[str, str] = {
    "Written by the person who keeps this journal. It describes what was logged; it is not a diagnosis or a risk "
    "assessment.": "says what the page is not",
    "It does not diagnose or advise.": "says what the program does not do",
    "People often start or change treatment when things are worst; some change back is to be expected anyway.": (
        "the fixed sentence under every comparison"
    ),
    "Compared with {period}. People often start or change treatment when things are worst; some change back is to be "
    "expected anyway.": "holds the fixed sentence",
    "Reading or writing {path} failed ({detail}). See that the disk is connected, then try again.": (
        "the disk, not the person"
    ),
    "{number} or your local emergency number": "what the number is called",
    "Nobody watches what you write; in danger call {number}.": "the fixed sentence of the first start",
    "In danger call {number}.": "the fixed sentence of the first start",
    "In danger now: {number}": "the fixed line under a yes",
    "In danger now": "what the emergency number stands under",
    "Keeping dangerous things out of reach": "a heading of the own plan",
    "Nobody is alerted by your answer.": "says that there is no alarm",
    "Reduced libido": "the name of a side effect",
    "reduced libido": "the clinical name of a side effect",
    "Urgent need to pass urine": "the name of an item of the monthly look",
}
"""Texts that may hold what the patterns find, each with the reason."""


def without_allowed(text: str, translate: Callable[[str], str] = str) -> str:
    """A finished text without the allowed sentences in it, whatever fills their fields."""
    left = plain(text)
    for allowed in sorted(map(translate, ALLOWED), key=len, reverse=True):
        parts = [re.escape(part) for part in FIELD.split(plain(allowed))]
        left = re.sub(".{1,80}?".join(parts), "", left)
    return left


def said_wrongly(texts: Iterable[str], language: str = "en", translate: Callable[[str], str] = str) -> list[str]:
    """What is found in finished texts, allowed sentences aside, as lines to read."""
    once = dict.fromkeys(texts)
    return [str(found) for text in once for found in banned(without_allowed(text, translate), language, "generated")]

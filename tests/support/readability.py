"""How hard a text is to read: the school grade by Flesch and Kincaid, with syllables counted by rule.

Source of the formula: Kincaid and others, 1975: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
The count of syllables by rule is right for about nine words in ten, which is what the formula needs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

KNOWN_SYLLABLES = 1.5
"""What a word that the reader knows by heart counts for, however long it is."""

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_FIELD = re.compile(r"\{[^{}]*\}")
_MARKUP = re.compile(
    r"<[^<>]*>|--[a-z-]+|\[[a-z_]+\]|\b[A-Z_]{2,}\b|\b[a-z]+_[a-z_]+\b|“[^”]*”|\b\w+\.(?:toml|csv|json|pdf)\b"
)
_END = re.compile(r"(?<=[.?])\s+|\n+|\s·\s")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_INSIDE = re.compile(
    r"^(some|there|where|here|safe|home|time|life|name|pre|face|use|care|hope|wake)(?=[^aeiouyr]\w)"
)
_SILENT_END = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouyr]l)e$|(?<=[^aeiouylscgxzh])es$|(?<=[aeiouy]l)es$|(?<=[^dt])ed$"
)
_TWO_IN_A_ROW = re.compile(r"(?<![tscg])i(?:a|o)|(?<=\w)[eo]ing|iet|eate|eact|^idea|^area|ua[lt]|ism$|(?<=[rpl])iu")
_ODD = {
    "every": 2,
    "everything": 3,
    "evening": 2,
    "different": 2,
    "business": 2,
    "being": 2,
    "science": 2,
    "usually": 4,
}


def sentences(text: str) -> list[str]:
    """A text cut where a voice would stop; a field counts as one short word."""
    plain = _MARKUP.sub("it", _FIELD.sub("ten", text))
    return [part for part in _END.split(plain) if _WORD.search(part)]


def words(sentence: str) -> list[str]:
    """The words of a sentence, small."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(sentence)]


def syllables(word: str) -> int:
    """How many syllables an English word has, counted by rule."""
    return sum(_part(part) for part in re.split(r"['-]", word) if len(part) > 1) or 1


def _part(word: str) -> int:
    if word in _ODD:
        return _ODD[word]
    spoken = _SILENT_INSIDE.sub(lambda found: found[1].rstrip("e"), word)
    spoken = _SILENT_END.sub("", spoken) if len(word) > 3 else spoken
    return max(len(_VOWELS.findall(spoken)) + len(_TWO_IN_A_ROW.findall(spoken)), 1)


def grade(texts: Iterable[str], known: Collection[str] = ()) -> float:
    """The school grade of some texts together; the known words count as easy."""
    parts = [words(sentence) for text in texts for sentence in sentences(text)]
    every = [word for part in parts for word in part]
    if not every:
        return 0.0
    spoken = sum(min(syllables(word), KNOWN_SYLLABLES) if is_known(word, known) else syllables(word) for word in every)
    return 0.39 * len(every) / len(parts) + 11.8 * spoken / len(every) - 15.59


def is_known(word: str, known: Collection[str]) -> bool:
    """Whether a word, or its singular, is one of the known ones."""
    return word in known or word.removesuffix("s") in known or word.removesuffix("'s") in known

"""What Daylio's names become: moods are words of one item, activities yes or no, scales numbers."""

from __future__ import annotations

from journal.exchange.diaries.source import Destination
from journal.model.items import Better, Kind
from journal.texts.translation import mark

FORMAT = "daylio"
MOOD, ACTIVITY, SCALE = "mood", "activity", "scale"

MOOD_LABEL = mark("Mood (Daylio)")
MOOD_KEY = "mood_daylio"
BEST, WORST = 5, 1

OWN_MOODS = ("rad", "good", "meh", "bad", "awful")
"""The five moods as Daylio names them, best first."""

_MOODS = (
    OWN_MOODS,
    ("super", "gut", "ok", "schlecht", "lausig"),
)
"""Daylio's own moods as its translations name them, best first."""

_WORDS = {word: float(BEST - place) for words in _MOODS for place, word in enumerate(words)}

_DESTINATIONS = {
    MOOD: Destination(Kind.SCALE, WORST, BEST, better=Better.HIGHER, label=MOOD_LABEL, key=MOOD_KEY, words=_WORDS),
    ACTIVITY: Destination(Kind.YES_NO, 0, 1, blank=True),
    SCALE: Destination(Kind.SCALE),
}


def destination(kind: str) -> Destination:
    """What names of a kind become."""
    return _DESTINATIONS[kind]

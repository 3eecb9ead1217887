"""Searching: what is looked for, in which parts and days, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.folding import folded, tidied

BEFORE, AROUND = 48, 160
"""How many characters of a long text are shown before what was found, and in all."""

Spans = tuple[tuple[int, int], ...]
"""Parts of a text, each from its first character to after its last."""


class Part(StrEnum):
    """What can be searched. The plan and its contacts are in none of them: they are kept out of sight."""

    NOTES = "notes"
    ITEMS = "items"
    SESSIONS = "sessions"
    MEDICINES = "medicines"
    PRACTICE = "practice"
    MARKERS = "markers"
    QUESTIONNAIRES = "questionnaires"
    QUESTIONS = "questions"
    GOALS = "goals"


class Place(StrEnum):
    """What a result is, and so where it leads."""

    ENTRY = "entry"
    ITEM = "item"
    SESSION = "session"
    COURSE = "course"
    MEDICINE = "medicine"
    DOSE = "intake"
    PRACTICE = "practice"
    MARKER = "marker"
    QUESTIONNAIRE = "questionnaire"
    QUESTION = "question"
    APPOINTMENT = "appointment"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for, word for word as typed; from and to which day, None for any; in which parts, none for all."""

    text: str
    first: date | None = None
    last: date | None = None
    parts: frozenset[Part] = frozenset()

    def takes(self, part: Part) -> bool:
        """Whether a part is searched."""
        return not self.parts or part in self.parts

    def covers(self, day: date | None) -> bool:
        """Whether a day is within; a result without a day only where no days are asked for."""
        if day is None:
            return self.first is None and self.last is None
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Where a result stands among others; greater is newer."""

    day: str
    at_ms: int
    number: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text with what was found in it."""

    text: str = ""
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One result: what it is, its id, its day (None for an item that was never answered), and its texts.

    `title` names it, empty where only its text does. `at` is its local time where it has a time of day.
    `about` is the medicine of a dose, the key of an item, the item of a goal.
    """

    place: Place
    part: Part
    id: str
    day: date | None
    title: Excerpt
    excerpt: Excerpt
    at: datetime | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some results, newest first. `more` says where the next ones go on, None after the last.

    `whole` is false while older texts are still being read in.
    """

    results: tuple[Found, ...]
    more: Mark | None
    whole: bool = True


def excerpt(text: str, wanted: str) -> Excerpt:
    """The piece of a text round the first place where a folded text stands, every place in it marked."""
    line = tidied(text)
    spans = folded(line).spans(wanted)
    first = spans[0][0] if spans else 0
    start = _word_start(line, first - BEFORE) if first > BEFORE else 0
    end = _word_end(line, max(start + AROUND, spans[0][1] if spans else 0))
    before, after = "…" if start else "", "…" if end < len(line) else ""
    moved = len(before) - start
    shown = tuple((one + moved, two + moved) for one, two in spans if two <= end)
    return Excerpt(f"{before}{line[start:end].rstrip()}{after}", shown)


def _word_start(text: str, at: int) -> int:
    """The beginning of a word near a place, not after what comes soon; else the place itself."""
    space = text.find(" ", at, at + BEFORE // 2)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.find(" ", at, at + BEFORE // 2)
    return space if space >= 0 else at

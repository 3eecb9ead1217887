"""Where the searched texts stand: the columns of each table, and what is read of a row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journal.model.searches import Part, Place
from journal.store.search_schema import WATCHED

Words = Mapping[str, Mapping[str, str]]
"""Words in the language in use for what rows hold as keys: by "table.column", then by key."""

Texts = dict[str, str]
"""What a row says, by column: in words where the column holds a key; empty columns left out."""

TEXTS_FROM = 6
"""Where the texts begin in a row of `Source.selected`."""

_TAGS = "tags"
_BETWEEN_TAGS = ", "


KEYS = frozenset(
    {
        "session.kind",
        "session.place",
        "course.kind",
        "practice.kind",
        "questionnaire.instrument",
        "questionnaire.form_id",
    }
)
"""Columns that hold keys: what is found of them are their words."""


@dataclass(frozen=True, slots=True)
class Source:
    """A table: what its rows are, the part they belong to, and its column with the day."""

    place: Place
    part: Part
    day: str = "day"
    about: str = "''"
    """A column that says what the row belongs to, as the medicine of a dose."""

    timed: bool = True
    """Whether a row has a time of day, or may have one."""

    @property
    def table(self) -> str:
        """The table's name."""
        return self.place.value

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns with text."""
        return WATCHED[self.table]

    @property
    def selected(self) -> str:
        """What `row` wants, as a list for SELECT of the table as t."""
        listed = ", ".join(f"t.{name}" for name in self.columns)
        offset = "iif(t.time_known = 'minute', t.offset_min, NULL)" if self.timed else "NULL"
        return f"t.id, t.{self.day}, {'t.at_ms' if self.timed else '0'}, t.hlc, {self.about}, {offset}, {listed}"

    @property
    def speaks(self) -> str:
        """The condition that a row says anything."""
        empty = {name: "'[]'" if name == _TAGS else "''" for name in self.columns}
        said = (f"coalesce(t.{name}, '') NOT IN ('', {empty[name]})" for name in self.columns)
        return f"({' OR '.join(said)})"

    def texts(self, values: tuple[Any, ...], words: Words) -> Texts:
        """What the columns of a row say."""
        found = {}
        for name, value in zip(self.columns, values, strict=True):
            text = str(value or "")
            if name == _TAGS:
                text = _BETWEEN_TAGS.join(_tags(text))
            elif f"{self.table}.{name}" in KEYS:
                text = words.get(f"{self.table}.{name}", {}).get(text, "")
            if text:
                found[name] = text
        return found


SOURCES: tuple[Source, ...] = (
    Source(Place.ENTRY, Part.NOTES),
    Source(Place.SESSION, Part.SESSIONS),
    Source(Place.COURSE, Part.SESSIONS, "start", timed=False),
    Source(Place.MEDICINE, Part.MEDICINES, "start", timed=False),
    Source(Place.DOSE, Part.MEDICINES, about="t.medicine_id"),
    Source(Place.PRACTICE, Part.PRACTICE),
    Source(Place.MARKER, Part.MARKERS, timed=False),
    Source(Place.QUESTIONNAIRE, Part.QUESTIONNAIRES),
    Source(Place.QUESTION, Part.QUESTIONS, timed=False),
    Source(Place.APPOINTMENT, Part.QUESTIONS, timed=False),
    Source(Place.GOAL, Part.GOALS, "start", "t.item_id", timed=False),
)

BY_PLACE: Mapping[str, Source] = {source.table: source for source in SOURCES}


def _tags(text: str) -> Iterator[str]:
    try:
        kept = json.loads(text)
    except ValueError:
        return
    yield from (str(tag) for tag in kept if str(tag))

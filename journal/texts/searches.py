"""The words of the search: what a result is, how many there are, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Mapping

from journal.model.searches import Part, Place
from journal.texts.numbers import count
from journal.texts.translation import _, mark, ngettext, pgettext

_PARTS: Mapping[Part, str] = {
    Part.NOTES: mark("Notes"),
    Part.ITEMS: mark("Items"),
    Part.SESSIONS: mark("Sessions"),
    Part.MEDICINES: mark("Medicines"),
    Part.PRACTICE: mark("Practice"),
    Part.MARKERS: mark("Markers"),
    Part.QUESTIONNAIRES: mark("Questionnaires"),
    Part.QUESTIONS: mark("Questions and appointments"),
    Part.GOALS: mark("Goals"),
}
_PLACES: Mapping[Place, str] = {
    Place.ENTRY: mark("Note"),
    Place.ITEM: mark("Item"),
    Place.SESSION: mark("Session"),
    Place.COURSE: mark("Course"),
    Place.MEDICINE: mark("Medicine"),
    Place.DOSE: mark("Dose"),
    Place.MARKER: mark("Marker"),
    Place.QUESTIONNAIRE: mark("Questionnaire"),
    Place.QUESTION: mark("Question"),
    Place.APPOINTMENT: mark("Appointment"),
    Place.GOAL: mark("Goal"),
}


def part_text(part: Part) -> str:
    """A part that can be searched."""
    return _(_PARTS[part])


def place_word(place: Place) -> str:
    """What a result is."""
    return pgettext("one exercise", "Practice") if place is Place.PRACTICE else _(_PLACES[place])


def results_text(found: int) -> str:
    """How many results there are."""
    return ngettext("{n} result", "{n} results", found).format(n=count(found))


def nothing_found() -> str:
    """There are no results."""
    return _("Nothing was found.")

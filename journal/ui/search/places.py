"""Where a result leads: a page, and the place on it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

from journal.model.searches import Found, Place

Way = tuple[str, dict[str, Any]]
"""The key of a page, and what it is entered with."""


def where(found: Found) -> Way:
    """Where a result leads."""
    return _WAYS[found.place](found)


def _item(found: Found) -> Way:
    """The day of its last answer; without one, to where items are chosen."""
    return ("history", {"day": found.day}) if found.day is not None else ("shape", {})


def _page_or_day(key: str) -> Callable[[Found], Way]:
    """A page where there is one, else the day with all that belongs to it."""
    return lambda found: (key, {}) if find_spec(f"journal.ui.{key}") else ("history", {"day": found.day})


_WAYS: Mapping[Place, Callable[[Found], Way]] = {
    Place.ENTRY: lambda found: ("history", {"day": found.day, "entry_id": found.id}),
    Place.ITEM: _item,
    Place.SESSION: lambda found: ("session", {"session_id": found.id}),
    Place.COURSE: lambda found: ("treatment", {"course_id": found.id}),
    Place.MEDICINE: lambda found: ("treatment", {"medicine_id": found.id}),
    Place.DOSE: lambda found: ("treatment", {"medicine_id": found.about}),
    Place.PRACTICE: lambda _found: ("treatment", {"tab": "practice"}),
    Place.MARKER: lambda _found: ("treatment", {"tab": "markers"}),
    Place.QUESTIONNAIRE: lambda found: ("questionnaire", {"questionnaire_id": found.id}),
    Place.QUESTION: _page_or_day("appointments"),
    Place.APPOINTMENT: _page_or_day("appointments"),
    Place.GOAL: _page_or_day("goals"),
}

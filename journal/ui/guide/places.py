"""Which part of the guide belongs to which page of the window."""

from __future__ import annotations

from collections.abc import Mapping

KEYS_CHAPTER = "shortcuts"
"""The chapter that is made of the list of keys."""

CHAPTER_OF: Mapping[str, str] = {
    "today": "today",
    "history": "history",
    "search": "history#search",
    "back_entry": "before-an-appointment#a-week-on-paper",
    "trends": "trends",
    "goals": "your-own-shape#goals",
    "treatment": "treatment",
    "session": "treatment#sessions",
    "questionnaires": "questionnaires",
    "questionnaire": "questionnaires#answering",
    "report": "report",
    "appointments": "before-an-appointment",
    "showing": "before-an-appointment#show-my-clinician",
    "calm": "a-calm-moment",
    "plan": "a-calm-moment#my-plan",
    "settings": "settings",
    "bringing_in": "settings#bring-a-history-in",
    "taking_out": "settings#take-your-journal-out",
    "reminders": "reminders",
    "shape": "your-own-shape",
    "about": "settings#about",
    "guide": KEYS_CHAPTER,
}
"""By the key of a page: a chapter, or a chapter and a heading. F1 in the guide itself leads to the list of keys."""

FIRST = "first-five-minutes"


def chapter_for(page: str) -> str:
    """The chapter that fits where somebody is."""
    return CHAPTER_OF.get(page, FIRST)

"""Finds the pages of the guide and their pictures, in the language in use or else in English."""

from __future__ import annotations

from pathlib import Path

from journal.host.resources import resource
from journal.model.guide_pages import GuidePage, parse_guide_page

FALLBACK = "en"

PAGES = (
    "first-five-minutes",
    "today",
    "history",
    "trends",
    "treatment",
    "questionnaires",
    "report",
    "before-an-appointment",
    "a-calm-moment",
    "your-own-shape",
    "reminders",
    "settings",
    "privacy",
    "what-the-numbers-mean",
    "what-you-may-have-read",
    "for-clinicians",
    "troubleshooting",
)
"""The pages that are files, in reading order."""


def read_guide(language: str) -> tuple[GuidePage, ...]:
    """Every page, in its order; one that is not there in `language` comes in English and says so by its language."""
    return tuple(read_guide_page(key, language) for key in PAGES)


def read_guide_page(key: str, language: str) -> GuidePage:
    """One page. Raises FileNotFoundError where the program is not whole."""
    for code in (language, FALLBACK):
        path = resource("guide", code, f"{key}.md")
        if path.is_file():
            return parse_guide_page(key, path.read_text(encoding="utf-8"), code)
    raise FileNotFoundError(path)


def guide_picture(name: str, language: str) -> Path:
    """Where a picture of the guide is: in `language` where it is there, else in English."""
    here, fallback = (resource("guide", code, Path(name).name) for code in (language, FALLBACK))
    return here if here.is_file() else fallback

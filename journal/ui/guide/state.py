"""What the guide shows: the chapters that are listed, the one that is open, and what was found. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.model.folding import fold
from journal.model.guide_pages import GuidePage
from journal.texts.translation import _, ngettext

FEWEST_LETTERS = 2
"""Shorter words are in every chapter."""


@dataclass(frozen=True, slots=True)
class GuideState:
    """`listed` and `current` are places in the guide's pages; `note` stands over the page, empty for nothing."""

    listed: tuple[int, ...]
    current: int
    sentence: str = ""
    note: str = ""


def build_state(pages: Sequence[GuidePage], current: int, wanted: str, language: str) -> GuideState:
    """`wanted` is what is looked for; `language` the one in use."""
    note = "" if pages[current].language == language else _("This page is in English.")
    words = fold(wanted)
    if len(words) < FEWEST_LETTERS:
        return GuideState(tuple(range(len(pages))), current, "", note)
    listed = tuple(place for place, page in enumerate(pages) if words in fold(page.text()))
    return GuideState(listed, current, _sentence(len(listed)), note)


def _sentence(found: int) -> str:
    if not found:
        return _("No chapter has these words. Try one word, or a part of it.")
    return ngettext("Found in {n} chapter.", "Found in {n} chapters.", found).format(n=found)

"""The chapter of the keyboard, made of the list that the window works by, so that it is never out of date."""

from __future__ import annotations

from journal.model.guide_pages import Block, GuidePage, Heading, Paragraph, Run, Table, anchor_of
from journal.texts.translation import _, language
from journal.ui.guide.places import KEYS_CHAPTER
from journal.ui.shortcuts import listed


def keys_chapter() -> GuidePage:
    """Every place of the window with its keys."""
    blocks: list[Block] = [
        Heading(1, (Run(_("The keyboard")),), KEYS_CHAPTER),
        Paragraph((Run(_("Everything in Leeward can be done by keys alone. Tab goes on, Shift+Tab goes back.")),)),
    ]
    for title, keys in listed():
        blocks.append(Heading(2, (Run(title),), anchor_of(title)))
        rows = tuple(((Run(key, strong=True),), (Run(words),)) for key, words in keys)
        blocks.append(Table(((Run(_("Key")),), (Run(_("What it does")),)), rows))
    return GuidePage(KEYS_CHAPTER, tuple(blocks), language())

"""Makes the page on which a week from paper is entered."""

from __future__ import annotations

from journal.ui.back_entry.page import BackEntryPage
from journal.ui.context import PageContext


def create(context: PageContext) -> BackEntryPage:
    """The page, not yet entered."""
    return BackEntryPage(context)

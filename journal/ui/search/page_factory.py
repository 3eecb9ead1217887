"""Makes the Search page."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.search.page import SearchPage


def create(context: PageContext) -> SearchPage:
    """The page, not yet entered."""
    return SearchPage(context)

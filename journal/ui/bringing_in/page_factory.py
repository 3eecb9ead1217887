"""Makes the page "Bring a history in"."""

from __future__ import annotations

from journal.ui.bringing_in.page import BringingInPage
from journal.ui.context import PageContext


def create(context: PageContext) -> BringingInPage:
    """The page, not yet entered."""
    return BringingInPage(context)

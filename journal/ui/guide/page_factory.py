"""Makes the page of the guide."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.guide.page import GuideView


def create(context: PageContext) -> GuideView:
    """The page, not yet entered."""
    return GuideView(context)

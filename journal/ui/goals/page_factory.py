"""Makes the page for own goals."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.goals.page import GoalsPage


def create(context: PageContext) -> GoalsPage:
    """The page, not yet entered."""
    return GoalsPage(context)

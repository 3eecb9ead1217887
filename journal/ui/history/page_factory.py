"""Makes the History page."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.history.page import HistoryPage
from journal.ui.today.page_factory import support_here


def create(context: PageContext) -> HistoryPage:
    """The page, not yet entered."""
    return HistoryPage(context, support_here(context))

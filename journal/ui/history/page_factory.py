"""Makes the History page."""

from __future__ import annotations

from functools import partial

from journal.ui.context import PageContext
from journal.ui.emergency_number import emergency_words
from journal.ui.history.page import HistoryPage


def create(context: PageContext) -> HistoryPage:
    """The page, not yet entered."""
    return HistoryPage(context, partial(emergency_words, context.clock))

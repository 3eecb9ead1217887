"""Makes the Today page."""

from __future__ import annotations

from functools import partial

from journal.ui.context import PageContext
from journal.ui.emergency_number import emergency_words
from journal.ui.today.page import TodayPage


def create(context: PageContext) -> TodayPage:
    """The page, not yet entered."""
    return TodayPage(context, partial(emergency_words, context.clock))

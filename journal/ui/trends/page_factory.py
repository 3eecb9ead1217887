"""Makes the Trends page."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.trends import chart_accessibility
from journal.ui.trends.page import TrendsPage


def create(context: PageContext) -> TrendsPage:
    """The page, not yet entered."""
    chart_accessibility.install()
    return TrendsPage(context)

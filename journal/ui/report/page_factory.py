"""Makes the Report page."""

from __future__ import annotations

from journal.host.region import system_region
from journal.report.request import Paper
from journal.ui.context import PageContext
from journal.ui.report.background import Background
from journal.ui.report.page import ReportPage


def create(context: PageContext) -> ReportPage:
    """The page, not yet entered. Its pages are set beside the storage thread, so that saving never waits."""
    setter = Background()
    page = ReportPage(context, setter, Paper(system_region(context.clock.zone()).paper))
    setter.end_with(page)
    return page

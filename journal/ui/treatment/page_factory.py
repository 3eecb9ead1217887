"""Makes the Treatment page."""

from __future__ import annotations

from journal.host.region import system_region
from journal.report.request import Paper
from journal.ui.context import PageContext
from journal.ui.report.background import Background
from journal.ui.treatment.page import TreatmentPage


def create(context: PageContext) -> TreatmentPage:
    """The page, not yet entered. Its list of medicines is set beside the storage thread."""
    setter = Background()
    page = TreatmentPage(context, setter, Paper(system_region(context.clock.zone()).paper))
    setter.end_with(page)
    return page

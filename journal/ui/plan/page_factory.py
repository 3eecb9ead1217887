"""Makes the page on which the plan and the contacts are written."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.plan.page import PlanPage


def create(context: PageContext) -> PlanPage:
    """The page, not yet entered."""
    return PlanPage(context)

"""Makes the Treatment page."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.treatment.page import TreatmentPage


def create(context: PageContext) -> TreatmentPage:
    """The page, not yet entered."""
    return TreatmentPage(context)

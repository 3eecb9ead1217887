"""Makes the page for taking the journal out."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.taking_out.page import TakingOutPage


def create(context: PageContext) -> TakingOutPage:
    """The page, not yet entered."""
    return TakingOutPage(context)

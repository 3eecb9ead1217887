"""Makes the page of a calm moment."""

from __future__ import annotations

from journal.ui.calm.page import CalmPage
from journal.ui.context import PageContext


def create(context: PageContext) -> CalmPage:
    """The page, not yet entered."""
    return CalmPage(context)

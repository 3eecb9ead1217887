"""Makes the page of one's own shape."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.shape.page import ShapePage


def create(context: PageContext) -> ShapePage:
    """The page, not yet entered."""
    return ShapePage(context)

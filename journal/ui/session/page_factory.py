"""Makes the page of a session."""

from __future__ import annotations

from journal.ui.context import PageContext
from journal.ui.session.page import SessionPage


def create(context: PageContext) -> SessionPage:
    """The page, not yet entered."""
    return SessionPage(context)

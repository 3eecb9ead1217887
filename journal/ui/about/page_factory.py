"""Makes the page about the program."""

from __future__ import annotations

from journal.ui.about.page import AboutPage
from journal.ui.context import PageContext


def create(context: PageContext) -> AboutPage:
    """The page, not yet entered."""
    if context.controls is None:
        raise ValueError("the page about the program needs its controls")
    return AboutPage(context, context.controls.folder)

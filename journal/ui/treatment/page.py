"""The Treatment page."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.widgets.labels import Body, PageTitle
from journal.ui.widgets.scroll_page import ScrollPage

WIDEST = 860


class TreatmentPage(ScrollPage):
    """What is known of treatment so far, and the ways to add to it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._context = context
        self.column.addWidget(PageTitle(_("Treatment")))
        self.column.addWidget(
            Body(_("Sessions, medicines, practice and markers can be kept here. Nothing has to be filled in."))
        )
        self.column.addStretch(1)

    def entered(self, **where: Any) -> None:
        """Show what holds now."""

    def left(self) -> None:
        """Nothing is half typed."""

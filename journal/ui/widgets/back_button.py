"""The way back from a page, the same on every page: an arrow and where it leads."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import QuietButton


class BackButton(QuietButton):
    """`place` is the page it leads to; `spoken` its whole name for a screen reader, where a language needs another."""

    def __init__(self, place: str = "", spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent, large=True)
        self.lead_to(place, spoken)

    def lead_to(self, place: str, spoken: str = "") -> None:
        """Lead to another page."""
        self.setText(f"\u2039  {place}")
        self.setAccessibleName(spoken or _("Back: {place}").format(place=place))


def back_to_settings() -> BackButton:
    """The way back from what Settings opens."""
    return BackButton(_("Settings"), _("Back to Settings"))

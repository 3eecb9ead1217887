"""The way from Settings to the page of reminders."""

from __future__ import annotations

from collections.abc import Callable

from journal.texts.translation import _
from journal.ui.settings.rows import button
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body


class RemindersCard(Card):
    """`go` shows a page by its key."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__(_("Reminders and start"))
        self.open = button(_("Set reminders"), lambda: go("reminders"))
        words = _("Reminders, an icon beside the clock, and starting at login. All of it is off at first.")
        self.body.addWidget(Body(words))
        self.body.addWidget(FlowRow(self.open))

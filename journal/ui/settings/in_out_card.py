"""In and out: the ways to the pages that bring a history in and take the journal out."""

from __future__ import annotations

from collections.abc import Callable

from journal.texts.translation import _
from journal.ui.settings.rows import button
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body


class InOutCard(Card):
    """`go` shows a page by its key."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__(_("In and out"))
        self.bring_in = button(_("Bring a history in"), lambda: go("bringing_in"))
        self.take_out = button(_("Take your journal out"), lambda: go("taking_out"))
        words = _("What you wrote in another diary can come in here, and all of this can be taken elsewhere.")
        self.body.addWidget(Body(words))
        self.body.addWidget(FlowRow(self.bring_in, self.take_out))

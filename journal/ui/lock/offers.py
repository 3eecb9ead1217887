"""What can be done when the passphrase does not open the journal."""

from __future__ import annotations

from journal.texts.translation import _
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow


class LockOffers(FlowRow):
    """Two buttons, each shown when it helps."""

    def __init__(self) -> None:
        super().__init__()
        self.recovery = QuietButton(_("Recovery code"), large=True)
        self.fresh = QuietButton(_("Start a new journal, keep this one"), large=True)
        self.add(self.recovery, self.fresh)

    def show_offers(self, *, recovery: bool, fresh: bool) -> None:
        """Show the buttons that help now."""
        self.recovery.setVisible(recovery)
        self.fresh.setVisible(fresh)
        self.setVisible(recovery or fresh)

"""What can be done when the passphrase does not open the journal."""

from __future__ import annotations

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.flow_row import FlowRow


class LockOffers(FlowRow):
    """Three buttons, each shown when it helps."""

    def __init__(self) -> None:
        super().__init__()
        self.way = PrimaryButton("", large=True)
        self.recovery = QuietButton(_("Recovery code"), large=True)
        self.fresh = QuietButton(_("Start a new journal, keep this one"), large=True)
        self.add(self.way, self.recovery, self.fresh)

    def show_offers(self, *, way: str, recovery: bool, fresh: bool) -> None:
        """Show the buttons that help now; `way` is the words of the first, empty for none."""
        self.way.setText(way)
        self.way.setVisible(bool(way))
        self.recovery.setVisible(recovery)
        self.fresh.setVisible(fresh)
        self.setVisible(bool(way) or recovery or fresh)

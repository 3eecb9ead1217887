"""What can be done when the passphrase does not open the journal."""

from __future__ import annotations

from journal.texts.translation import _
from journal.ui.lock.state import LockState, way_words
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.flow_row import FlowRow


class LockOffers(FlowRow):
    """A few buttons, each shown when it helps."""

    def __init__(self) -> None:
        super().__init__()
        self.way = PrimaryButton("", large=True)
        self.also = QuietButton("", large=True)
        self.recovery = QuietButton(_("Recovery code"), large=True)
        self.fresh = QuietButton(_("Start a new journal, keep this one"), large=True)
        self.other = QuietButton(_("Choose another folder…"), large=True)
        self.add(self.way, self.also, self.recovery, self.other, self.fresh)

    def show_offers(self, state: LockState) -> None:
        """Show the buttons that help now."""
        for button, way in ((self.way, state.way), (self.also, state.also)):
            button.setText("" if way is None else way_words(way))
        shown = (
            (self.way, state.way is not None),
            (self.also, state.also is not None),
            (self.recovery, state.offers_recovery),
            (self.other, state.offers_other),
            (self.fresh, state.offers_new),
        )
        for button, there in shown:
            button.setVisible(there)
        self.setVisible(any(there for _button, there in shown))

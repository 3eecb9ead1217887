"""The calm lines at the top of Today: a form that may be answered now, and may be left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.today.beside_state import OfferState
from journal.ui.widgets.beside_row import BesideRow
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body

WORDS_PX = 160
"""The least width of the sentence beside its buttons."""


class OfferLine(QFrame):
    """One sentence with two buttons."""

    accepted = Signal(object)
    refused = Signal(object)

    def __init__(self, offer: OfferState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "calm")
        self.setAccessibleName(offer.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # as high as its words are
        self.accept, self.refuse = QuietButton(offer.accept, large=True), TextButton(offer.refuse, large=True)
        for button in (self.accept, self.refuse):
            button.setAccessibleDescription(offer.words)
        self.accept.clicked.connect(lambda: self.accepted.emit(offer.kind))
        self.refuse.clicked.connect(lambda: self.refused.emit(offer.kind))
        buttons = FlowRow(self.accept, self.refuse)
        buttons.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 8, 8)
        box.addWidget(BesideRow(Body(offer.words), buttons, WORDS_PX))


class OfferLines(QWidget):
    """Shows the lines of a state, none most of the time. Signals carry the kind of form."""

    accepted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[OfferState, ...] = ()
        self.lines: list[OfferLine] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self.hide()

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return tuple(button for line in self.lines for button in (line.accept, line.refuse))

    def render_offers(self, offers: tuple[OfferState, ...]) -> bool:
        """Show these lines; true when they are others than before."""
        if offers == self._offers:
            return False
        self._offers = offers
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [OfferLine(offer) for offer in offers]
        for line in self.lines:
            line.accepted.connect(self.accepted)
            line.refused.connect(self.refused)
            self._box.addWidget(line)
            line.show()
        self.setVisible(bool(offers))
        return True

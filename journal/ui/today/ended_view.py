"""The quiet page after Done: what was saved, and two ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.today.state import TodayState
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import PageTitle, Subtitle
from journal.ui.widgets.scroll_page import MARGIN


class EndedView(QWidget):
    """Nothing here asks for anything more."""

    another_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PageTitle()
        self._words = Subtitle()
        self.another = QuietButton(_("Another check-in"), large=True)
        self.open = QuietButton(_("Open it again"), large=True)
        self.another.clicked.connect(self.another_wanted)
        self.open.clicked.connect(self.open_wanted)
        card = Card()
        card.body.setSpacing(16)
        card.body.addWidget(self._words)
        card.body.addWidget(FlowRow(self.another, self.open))
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, 24, MARGIN, 28)
        box.setSpacing(18)
        box.addWidget(self._title)
        box.addWidget(card)
        box.addStretch(1)

    @property
    def words(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def render_state(self, state: TodayState) -> None:
        """Say what was saved."""
        self._title.setText(state.title)
        self._words.setText(state.enough or state.saved or _("Nothing was entered, so nothing was saved."))

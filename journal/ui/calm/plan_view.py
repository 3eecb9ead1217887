"""The person's own plan, to be read: seven headings with their lines, those without lines left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.calm.home_view import PlaceWords
from journal.ui.calm.state import CalmState, Group
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle


class PlanView(QWidget):
    """`edit_wanted` leads to the page where it is written."""

    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QuietButton(_("Change my plan"), large=True)
        self.edit.clicked.connect(self.edit_wanted)
        self.note = Caption()
        self._shown: tuple[Group, ...] = ()
        self._cards: list[Card] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(PageTitle(_("My plan")))
        column.addLayout(self._list)
        column.addWidget(self.note)
        column.addWidget(FlowRow(self.edit))
        column.addStretch(1)

    def render_state(self, state: CalmState) -> None:
        """Show the plan."""
        self.note.setText(state.plan_note)
        self.note.setVisible(bool(state.plan_note))
        self.edit.setText(_("Change my plan") if state.plan else _("Write my plan"))
        self.edit.setVisible(state.may_edit)
        if state.plan != self._shown:
            self._shown = state.plan
            self._make_anew(state.plan)

    def _make_anew(self, groups: tuple[Group, ...]) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [_card(group) for group in groups]
        for card in self._cards:
            self._list.addWidget(card)


def _card(group: Group) -> Card:
    card = Card(group.title)
    for line in group.lines:
        card.body.addWidget(PlaceWords(line))
    return card

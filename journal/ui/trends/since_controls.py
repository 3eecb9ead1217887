"""What is chosen for "Since a session": the sessions, the item, and days or hours."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.trends.lists import LabelledList
from journal.ui.trends.since_state import SinceState
from journal.ui.widgets.buttons import ChoiceButton, show_chosen
from journal.ui.widgets.flow_row import FlowRow

BETWEEN_PX = 16


class SinceControls(QWidget):
    """Says what the person wishes; shows the state it is given."""

    hours_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sessions, self.items = LabelledList(_("Sessions")), LabelledList(_("Item"))
        self.units = {False: ChoiceButton(_("By days")), True: ChoiceButton(_("By hours"))}
        group = QButtonGroup(self)
        for hours, button in self.units.items():
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, hours=hours: self.hours_chosen.emit(hours))
        show_chosen(self.units, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow(self.sessions, self.items, FlowRow(*self.units.values()), spacing=BETWEEN_PX))

    def render_state(self, state: SinceState) -> None:
        """Show what is chosen."""
        self.sessions.show_options(state.sessions, state.of)
        self.items.show_options(state.items, state.key)
        show_chosen(self.units, state.hours)
        self.setEnabled(bool(state.sessions))

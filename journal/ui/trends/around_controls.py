"""What is chosen for "Before and after": the day, the item, and how many days on each side."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.trends.around_state import AroundState
from journal.ui.trends.lists import LabelledList
from journal.ui.widgets.date_field import DateField, labelled
from journal.ui.widgets.flow_row import FlowRow

BETWEEN_PX = 16


class AroundControls(QWidget):
    """Says what the person wishes; shows the state it is given."""

    day_chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events, self.items = LabelledList(_("Around"), longest=36), LabelledList(_("Item"))
        self.lengths, self.day = LabelledList(_("Length")), DateField(_("Day"))
        self.day.setAccessibleName(_("Day to look before and after"))
        self._own_day = labelled(_("Day"), self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow(self.events, self._own_day, self.items, self.lengths, spacing=BETWEEN_PX))
        self.day.editingFinished.connect(lambda: self.day_chosen.emit(self.day.day))

    def render_state(self, state: AroundState) -> None:
        """Show what is chosen."""
        self.events.show_options(state.events, state.event)
        self.items.show_options(state.items, state.key)
        self.lengths.show_options(state.lengths, str(state.days))
        self._own_day.setVisible(state.own_day)
        if state.on is not None:
            self.day.show_day(state.on)

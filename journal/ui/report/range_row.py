"""The own range: its first and its last day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.model.periods import Period
from journal.texts.translation import _
from journal.ui.widgets.date_field import DateField, labelled
from journal.ui.widgets.flow_row import FlowRow


class RangeRow(FlowRow):
    """Emits the period once a field is left; turned round if it ends before it begins."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.first, self.last = DateField(_("First day")), DateField(_("Last day"))
        for words, field in ((_("From"), self.first), (_("to"), self.last)):
            field.editingFinished.connect(self._on_finished)
            self.add(labelled(words, field))

    @property
    def period(self) -> Period:
        """The days that stand in the fields."""
        return Period(min(self.first.day, self.last.day), max(self.first.day, self.last.day))

    def show_period(self, period: Period) -> None:
        """Show a period, but never over what is being typed."""
        self.first.show_day(period.first)
        self.last.show_day(period.last)

    def _on_finished(self) -> None:
        self.chosen.emit(self.period)

"""The own range: its first and its last day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLabel, QWidget

from journal.model.periods import Period
from journal.texts.translation import _
from journal.ui.trends.controls import date_pattern
from journal.ui.widgets.buttons import SMALL_PX
from journal.ui.widgets.flow_row import FlowRow


class RangeRow(FlowRow):
    """Emits the period once a field is left; turned round if it ends before it begins."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.first, self.last = QDateEdit(), QDateEdit()
        fields = ((_("From"), self.first, _("First day")), (_("to"), self.last, _("Last day")))
        for words, field, name in fields:
            label = QLabel(words)
            label.setBuddy(field)
            label.setMinimumHeight(SMALL_PX)
            field.setDisplayFormat(date_pattern())
            field.setAccessibleName(name)
            field.setMinimumHeight(SMALL_PX)
            field.editingFinished.connect(self._on_finished)
            self.add(label, field)

    @property
    def period(self) -> Period:
        """The days that stand in the fields."""
        first, last = _day(self.first), _day(self.last)
        return Period(min(first, last), max(first, last))

    def show_period(self, period: Period) -> None:
        """Show a period, but never over what is being typed."""
        for field, day in ((self.first, period.first), (self.last, period.last)):
            if not field.hasFocus():
                field.blockSignals(True)
                field.setDate(QDate(day.year, day.month, day.day))
                field.blockSignals(False)

    def _on_finished(self) -> None:
        self.chosen.emit(self.period)


def _day(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())

"""What narrows a search: days, and parts of the journal."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.model.searches import Part
from journal.texts.searches import part_text
from journal.texts.translation import _
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.date_field import DateField, labelled
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption

FIRST_DAYS = 365


class Filters(QWidget):
    """Without a tick everything is searched. Signals are wishes."""

    days_given = Signal(object, object)
    parts_given = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.some_days = CheckBox(_("Only some days"))
        self.first, self.last = DateField(_("From")), DateField(_("To"))
        self.parts = {part: CheckBox(part_text(part)) for part in Part}
        shown = QDate(today.year, today.month, today.day)
        self.last.setDate(shown)
        self.first.setDate(shown.addDays(-FIRST_DAYS))
        self._from, self._to = labelled(_("From"), self.first), labelled(_("To"), self.last)
        only = Caption(_("Only in:"), wrap=False)
        for box in self.parts.values():
            box.setAccessibleDescription(_("Without a tick everything is searched."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(FlowRow(only, *self.parts.values(), spacing=14))
        column.addWidget(FlowRow(self.some_days, self._from, self._to, spacing=14))
        self._show_days()
        self.some_days.toggled.connect(self._on_days)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._on_days)
        for box in self.parts.values():
            box.toggled.connect(self._on_parts)

    def clear(self) -> None:
        """Take every tick away."""
        self.some_days.setChecked(False)
        for box in self.parts.values():
            box.setChecked(False)

    def _show_days(self) -> None:
        for field in (self._from, self._to):
            field.setVisible(self.some_days.isChecked())

    def _on_days(self) -> None:
        self._show_days()
        if not self.some_days.isChecked():
            self.days_given.emit(None, None)
            return
        self.days_given.emit(*sorted((self.first.day, self.last.day)))

    def _on_parts(self) -> None:
        self.parts_given.emit(frozenset(part for part, box in self.parts.items() if box.isChecked()))

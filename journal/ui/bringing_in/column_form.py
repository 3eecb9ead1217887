"""What one column of a table is: a time, a note, a dose, or an item with its scale in the file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.model.items import Better, Kind
from journal.texts.translation import _
from journal.ui.bringing_in.search_box import SearchBox
from journal.ui.bringing_in.table_edits import DOSE, ItemFields
from journal.ui.bringing_in.table_state import ColumnState
from journal.ui.settings.rows import button
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Strong

LONGEST_LABEL = 80


class ColumnForm(QWidget):
    """Shows a column. Each signal carries the column's name first."""

    way_chosen = Signal(str, str)
    form_chosen = Signal(str, str)
    dose_typed = Signal(str, str, str)
    item_typed = Signal(str, object)
    next_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = ColumnState("", "", "", "")
        self.name = Strong()
        self.way = SearchBox(_("What this column is"))
        self.form = _combo(())
        self.medicine, self.unit, self.label = TextField(), TextField(), TextField()
        self.label.setMaxLength(LONGEST_LABEL)
        self.medicine.setMaxLength(LONGEST_LABEL)
        self.kind = _combo(
            (
                (_("Steps"), Kind.SCALE),
                (_("A count"), Kind.COUNT),
                (_("Hours"), Kind.HOURS),
                (_("Yes or no"), Kind.YES_NO),
            )
        )
        self.lowest, self.highest, self.words = TextField(), TextField(), TextField()
        self.words.setPlaceholderText(_("none = 0, some = 1"))
        self.better = _combo(
            (
                (_("Lower is better"), Better.LOWER),
                (_("Higher is better"), Better.HIGHER),
                (_("Neither"), Better.NONE),
            )
        )
        self.once = CheckBox(_("The rows of a day repeat one answer"))
        self.next = button(_("Next column"), self.next_wanted.emit)
        self._form = QFormLayout()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.way)

    def render_column(self, column: ColumnState) -> None:
        """Show a column; what is being typed for it is never replaced."""
        fresh = self._column.name != column.name or self._column.way != column.way
        self._column = column
        self.name.setText(column.name)
        self.way.set_value(column.way)
        self._show_rows(column)
        self._put(self.medicine, column.medicine, fresh=fresh)
        self._put(self.unit, column.unit, fresh=fresh)
        if column.forms:
            _refill(self.form, column.forms, column.form)
        if column.item is not None:
            self._fill_item(column.item, fresh=fresh)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list; Enter goes on to the next column."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_rows(self, column: ColumnState) -> None:
        item = column.item
        new, scale = item is not None and not column.exists, item is not None and item.kind is Kind.SCALE
        for field, there in (
            (self.form, bool(column.forms)),
            (self.medicine, column.way == DOSE),
            (self.unit, column.way == DOSE),
            (self.label, new),
            (self.kind, new),
            (self.lowest, scale),
            (self.highest, scale),
            (self.better, item is not None and item.kind is not Kind.YES_NO and (new or scale)),
            (self.words, item is not None),
            (self.once, item is not None),
        ):
            self._form.setRowVisible(field, there)

    def _fill_item(self, item: ItemFields, *, fresh: bool) -> None:
        self._put(self.label, item.label, fresh=fresh)
        self._put(self.lowest, item.low, fresh=fresh)
        self._put(self.highest, item.high, fresh=fresh)
        self._put(self.words, item.words, fresh=fresh)
        self.kind.setCurrentIndex(max(0, self.kind.findData(item.kind)))
        self.better.setCurrentIndex(max(0, self.better.findData(item.better)))
        self.once.setChecked(item.once)

    @staticmethod
    def _put(field: TextField, text: str, *, fresh: bool) -> None:
        if (fresh or not field.hasFocus()) and field.text() != text:
            field.setText(text)

    def _on_item(self) -> None:
        fields = ItemFields(
            self.label.text(),
            Kind(self.kind.currentData()),
            self.lowest.text(),
            self.highest.text(),
            Better(self.better.currentData()),
            self.words.text(),
            self.once.isChecked(),
        )
        if self._column.item is not None and fields != self._column.item:
            self.item_typed.emit(self._column.name, fields)

    def _on_dose(self) -> None:
        column = self._column
        typed = self.medicine.text(), self.unit.text()
        if column.way == DOSE and typed != (column.medicine, column.unit):
            self.dose_typed.emit(column.name, *typed)

    def _lay_out(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(16)
        for words, field in (
            (_("What this column is"), self.way),
            (_("Written as"), self.form),
            (_("Name of the medicine"), self.medicine),
            (_("Unit"), self.unit),
            (_("Name of the item"), self.label),
            (_("Answered with"), self.kind),
            (_("Lowest in the file"), self.lowest),
            (_("Highest in the file"), self.highest),
            (_("Better in the file"), self.better),
            (_("Words for numbers"), self.words),
        ):
            label = Body(words, wrap=False)
            label.setBuddy(field)
            field.setAccessibleName(words)
            self._form.addRow(label, field)
        self._form.addRow(self.once)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addLayout(self._form)
        column.addWidget(FlowRow(self.next))

    def _connect(self) -> None:
        self.way.picked.connect(lambda way: self.way_chosen.emit(self._column.name, way))
        self.form.activated.connect(
            lambda _index: self.form_chosen.emit(self._column.name, str(self.form.currentData()))
        )
        for field in (self.medicine, self.unit):
            field.editingFinished.connect(self._on_dose)
        for field in (self.label, self.lowest, self.highest, self.words):
            field.editingFinished.connect(self._on_item)
        for box in (self.kind, self.better):
            box.activated.connect(self._on_item)
        self.once.clicked.connect(self._on_item)


def _combo(choices: tuple[tuple[str, str], ...]) -> ComboBox:
    box = ComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for words, value in choices:
        box.addItem(words, value)
    return box


def _refill(box: ComboBox, choices: tuple[tuple[str, str], ...], value: str) -> None:
    box.clear()
    for each, words in choices:
        box.addItem(words, each)
    box.setCurrentIndex(box.findData(value))

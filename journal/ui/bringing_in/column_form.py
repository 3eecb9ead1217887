"""What one column of a table is: a time, a note, a dose, or an item with its scale in the file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.model.items import Better, Kind
from journal.texts.translation import _
from journal.ui.bringing_in.answer_form import LONGEST_LABEL, AnswerForm
from journal.ui.bringing_in.table_edits import DOSE, ItemFields
from journal.ui.bringing_in.table_state import ColumnState
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.combo_box import ComboBox, choice_box
from journal.ui.widgets.fields import TextField


class ColumnForm(AnswerForm):
    """Shows a column. Each signal carries the column's name first."""

    way_chosen = Signal(str, str)
    form_chosen = Signal(str, str)
    dose_typed = Signal(str, str, str)
    item_typed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What this column is"), _("Next column"), parent)
        self._column = ColumnState("", "", "", "")
        self.form = choice_box(wide=True)
        self.unit, self.words = TextField(), TextField()
        self.medicine.setMaxLength(LONGEST_LABEL)
        self.words.setPlaceholderText(_("none = 0, some = 1"))
        self.once = CheckBox(_("The rows of a day repeat one answer"))
        self._put_rows(
            (
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
            )
        )
        self.rows.addRow(self.once)
        self._lay_out()
        self._connect()

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

    def _show_rows(self, column: ColumnState) -> None:
        item = column.item
        new, scale = item is not None and not column.exists, item is not None and item.kind is Kind.SCALE
        self._show(
            (
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
            )
        )

    def _fill_item(self, item: ItemFields, *, fresh: bool) -> None:
        self._put(self.label, item.label, fresh=fresh)
        self._put(self.lowest, item.low, fresh=fresh)
        self._put(self.highest, item.high, fresh=fresh)
        self._put(self.words, item.words, fresh=fresh)
        self._choose(item.kind, item.better)
        self.once.setChecked(item.once)

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


def _refill(box: ComboBox, choices: tuple[tuple[str, str], ...], value: str) -> None:
    box.clear()
    for each, words in choices:
        box.addItem(words, each)
    box.setCurrentIndex(box.findData(value))

"""A form as a widget: what is usual first, the rest folded under one button; problems stand at their fields."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.treatment.fields import FormField
from journal.ui.treatment.parts import FieldKind, Form, Value
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong
from journal.ui.widgets.spoken_fold import speak_as_fold

LABEL_DROP = 8
"""Pixels that bring a label to the height of the words in its field."""


class FormView(QFrame):
    """Shows one form. `sent` carries the values by field, `left` is the wish to close it."""

    sent = Signal(object)
    left = Signal()

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.setProperty("role", "form")
        self.setAccessibleName(form.title)
        self.fields = {field.key: FormField(field) for field in form.fields}
        self._labels: dict[str, Body] = {}
        self.problem = Caption()
        self.problem.hide()
        self.more = QuietButton(_("More, if you like"))
        self.submit, self.cancel = PrimaryButton(form.submit), TextButton(_("Cancel"))
        self._at_first = self.values
        self._lay_out()
        speak_as_fold(self.more)
        self.more.clicked.connect(self._on_more)
        self.submit.clicked.connect(self.send)
        self.cancel.clicked.connect(self.left)
        self.show_problems(form.problems, moving=False)

    @property
    def values(self) -> dict[str, Value]:
        """What stands in the fields."""
        return {key: field.value for key, field in self.fields.items()}

    @property
    def half_filled(self) -> dict[str, Value] | None:
        """What stands in the fields, if anything was changed since the form was opened."""
        return self.values if self.values != self._at_first else None

    def send(self) -> None:
        """Hand the values over."""
        self.sent.emit(self.values)

    def begin(self) -> None:
        """Bring the keyboard to the first field."""
        next(iter(self.fields.values())).control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Mapping[str, str], *, moving: bool = True) -> None:
        """Say what does not fit, each at its field, and bring the keyboard to the first."""
        for key, field in self.fields.items():
            field.show_problem(problems.get(key, ""))
        self.problem.setText(problems.get("", ""))
        self.problem.setVisible(bool(problems.get("")))
        wrong = next((field for key, field in self.fields.items() if problems.get(key)), None)
        if wrong is not None and wrong.field.more:
            self._show_more()
        if wrong is not None and moving:
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form; Enter in a line of text hands it over."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.send()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addWidget(Strong(self.form.title))
        if self.form.words:
            column.addWidget(Caption(self.form.words))
        column.addLayout(self._rows())
        self._show_what_counts()  # not before they stand here: each would be a window of its own for a moment
        column.addWidget(self.problem)
        column.addWidget(FlowRow(self.submit, self.more, self.cancel))
        self.more.setVisible(any(field.more for field in self.form.fields))

    def _rows(self) -> QFormLayout:
        rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        rows.setVerticalSpacing(10)
        rows.setHorizontalSpacing(16)
        for key, field in self.fields.items():
            label = Body("" if field.field.kind is FieldKind.TICK else field.field.label, wrap=False)
            label.setBuddy(field.control)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            label.setContentsMargins(0, LABEL_DROP, 0, 0)
            self._labels[key] = label
            rows.addRow(label, field)
            if isinstance(field.control, TextField):
                field.control.returnPressed.connect(self.send)
            if field.field.more:
                rows.setRowVisible(field, False)
        self._form_rows = rows
        for chosen in {field.field.only_with[0] for field in self.fields.values() if field.field.only_with}:
            self.fields[chosen].on_chosen(self._show_what_counts)
        return rows

    def _show_what_counts(self) -> None:
        """Show the fields that belong to the answers chosen, and hide what belongs to others."""
        for field in self.fields.values():
            if field.field.only_with is not None:
                chosen, answer = field.field.only_with
                self._form_rows.setRowVisible(field, self.fields[chosen].value == answer)

    def _on_more(self) -> None:
        self._show_more()
        first = next(field for field in self.fields.values() if field.field.more)
        first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_more(self) -> None:
        for field in self.fields.values():
            if field.field.more:
                self._form_rows.setRowVisible(field, True)
        self.more.hide()

"""The fields of a form as widgets: made from plain data, read back as plain values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.ui.treatment.parts import Field, FieldKind, Value
from journal.ui.treatment.time_field import TimeField
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.date_field import DateField
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.note_field import NoteEdit

HINT_ROOM_PX = 28
"""What a field keeps beside its words, in pixels."""

NUMBER_EMS = 7
"""A field for a number is so wide, in heights of its letters."""

NARROW = frozenset({FieldKind.NUMBER, FieldKind.DAY, FieldKind.TIME})
"""Fields no wider than what they hold."""

Reader = Callable[[], Value]


class FormField(QWidget):
    """A control, its unit, and under both what does not fit."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.control, self._read = _made(field)
        self.control.setAccessibleName(field.label)
        self.problem = Caption()
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        self.hint = Caption(field.hint)
        self.hint.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.control, 0 if field.kind in NARROW else 1)
        if field.unit:
            line.addWidget(Body(field.unit, wrap=False))
        if field.kind in NARROW:
            line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addWidget(self.problem)
        self.setFocusProxy(self.control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A hint that has no room in the field stands under it."""
        super().resizeEvent(event)
        if isinstance(self.control, TextField) and self.field.hint:
            needed = self.control.fontMetrics().horizontalAdvance(self.field.hint) + HINT_ROOM_PX
            fits = needed <= self.control.width()
            self.control.setPlaceholderText(self.field.hint if fits else "")
            self.hint.setVisible(not fits)

    def on_chosen(self, act: Callable[[], None]) -> None:
        """Do something when another answer is chosen; only for a choice."""
        if isinstance(self.control, ComboBox):
            self.control.currentIndexChanged.connect(lambda _index: act())

    @property
    def value(self) -> Value:
        """What stands in the field."""
        return self._read()

    def show_problem(self, words: str) -> None:
        """Say what does not fit; nothing where all is well."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.control.setAccessibleDescription(words)


def _made(field: Field) -> tuple[QWidget, Reader]:
    if field.kind is FieldKind.DAY and isinstance(field.value, date):
        return _day(field, field.value)
    if field.kind is FieldKind.TIME and isinstance(field.value, time):
        clock = TimeField(field.value)
        return clock, lambda: clock.wall
    if field.kind is FieldKind.CHOICE:
        return _choice(field)
    if field.kind is FieldKind.TICK:
        tick = CheckBox(field.label)
        tick.setChecked(bool(field.value))
        return tick, tick.isChecked
    if field.kind is FieldKind.LINES:
        lines = NoteEdit()
        lines.setPlainText(str(field.value))
        return lines, lines.toPlainText
    return _text(field)


def _day(field: Field, day: date) -> tuple[QWidget, Reader]:
    edit = DateField(field.label)
    edit.setDate(QDate(day.year, day.month, day.day))
    return edit, lambda: edit.day


def _choice(field: Field) -> tuple[QWidget, Reader]:
    box = ComboBox()
    for value, words in field.choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(str(field.value))))
    return box, lambda: str(box.currentData())


def _text(field: Field) -> tuple[QWidget, Reader]:
    edit = TextField(str(field.value))
    edit.setPlaceholderText(field.hint)
    if field.kind is FieldKind.NUMBER:
        edit.setMaximumWidth(NUMBER_EMS * edit.fontMetrics().height())
    return edit, edit.text

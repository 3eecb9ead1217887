"""A question answered with a number: hours slept, how many."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from journal.model.entries import State
from journal.texts.numbers import amount, parse_hours
from journal.texts.translation import _
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.field_row import FieldRow
from journal.ui.widgets.labels import Caption, Words, name_field
from journal.ui.widgets.row_state import RowState
from journal.ui.widgets.step_geometry import SIDE_PX, step_side

REST_MS = 1000
"""A number is saved when typing rests this long, or when the field is left."""

FIELD_EMS = 5
LONGEST_TEXT = 8


class NumberRow(FieldRow):
    """A label and a number field. Digits type here; Enter, ↓ and Tab go on."""

    def __init__(self, row: RowState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(row, theme, parent)
        self._field = QLineEdit(maxLength=LONGEST_TEXT)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.installEventFilter(self)
        self._field.textEdited.connect(self._on_edited)
        self._unit = Caption(row.unit, wrap=False)
        self._hint = Caption(_range_words(row))
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.flush)
        self._build()
        self.render_row(row)

    @property
    def field(self) -> QLineEdit:
        """The number field."""
        return self._field

    def focus_target(self) -> QWidget:
        """The field, once it stands."""
        return self._field if hasattr(self, "_field") else self

    def render_row(self, row: RowState) -> None:
        """Show another value, but never change what is being typed."""
        super().render_row(row)
        if not hasattr(self, "_field"):
            return
        self._field.setAccessibleName(f"{row.label} ({row.unit})" if row.unit else row.label)
        if not self._field.hasFocus():
            self._field.setAccessibleDescription(row.spoken_answer)
        self._field.setPlaceholderText("\u2013" if row.state is State.NOT_APPLICABLE else "")
        if not self._rest.isActive() and parse_hours(self._field.text()) != row.value:
            self._field.setText(row.shown)
            self._hint.hide()

    def shown_text(self, value: float | None) -> str:
        """A number in the form of the language."""
        return "" if value is None else amount(value)

    def flush(self) -> None:
        """Hand over the number as it stands. What is no number stays in the field, with a hint."""
        self._rest.stop()
        text = self._field.text().strip()
        value = parse_hours(text)
        good = value is not None and self._takes(value)
        self._hint.setVisible(bool(text) and not good)
        if value is not None and good and (value, State.RATED) != (self.row.value, self.row.state):
            self.give(value, State.RATED)
        elif not text and self.row.state is State.RATED:
            self.clear_answer()

    def clear_answer(self) -> None:
        """Empty the field too."""
        self._rest.stop()
        self._field.clear()
        super().clear_answer()

    def _stays(self) -> bool:
        stays = not self._hint.isHidden()
        if stays:
            self._field.setAccessibleDescription(self._hint.text())
        return stays

    def _on_edited(self) -> None:
        self._hint.hide()
        self._rest.start()

    def _takes(self, value: float) -> bool:
        row = self.row
        inside = value >= row.minimum and (row.maximum is None or value <= row.maximum)
        return inside and not (row.step >= 1 and value != int(value))

    def _build(self) -> None:
        label = Words(self.row.label)
        name_field(label, self._field)
        self._hint.hide()
        self._fit_text()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label, 1)
        line.addWidget(self._field)
        if self.row.unit:
            line.addWidget(self._unit)
        box = QVBoxLayout(self)
        box.setContentsMargins(SIDE_PX, 4, SIDE_PX, 4)
        box.setSpacing(2)
        box.addLayout(line)
        box.addWidget(self._hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def changeEvent(self, event: QEvent) -> None:
        """Keep up with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_field"):
            self._fit_text()

    def _fit_text(self) -> None:
        self._field.setFixedWidth(FIELD_EMS * self.fontMetrics().height())
        self._field.setMinimumHeight(step_side(self.font()))

    def paintEvent(self, event: object) -> None:
        """Nothing of its own: no frame round a single question."""


def _range_words(row: RowState) -> str:
    if row.maximum is None:
        return _("A number from {low}.").format(low=amount(row.minimum))
    return _("A number from {low} to {high}.").format(low=amount(row.minimum), high=amount(row.maximum))

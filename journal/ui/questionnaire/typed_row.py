"""A question answered by typing: a number, a day, a time, words in one line or in several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.model.entries import State
from journal.ui.questionnaire.question_row import QuestionRow
from journal.ui.questionnaire.questions import QuestionKind, QuestionState
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.field_row import FieldRow
from journal.ui.widgets.labels import Caption, Words, name_field
from journal.ui.widgets.note_field import REST_MS, NoteEdit
from journal.ui.widgets.step_geometry import SIDE_PX, step_side

LONGEST_LINE = 1000
NUMBER_EMS = 8
"""A field for a number or a day is so wide, in heights of its letters."""


class TypedRow(QuestionRow, FieldRow):
    """Saved when typing rests and when the field is left. Enter, ↓ and Tab go on; digits type here."""

    def __init__(self, question: QuestionState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self.field: QLineEdit | NoteEdit
        self.field = NoteEdit() if question.kind is QuestionKind.LINES else QLineEdit(maxLength=LONGEST_LINE)
        self.hint = Caption()
        self._told, self._rest = "", QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.flush)
        self.field.textChanged.connect(self._on_edited)
        self.field.installEventFilter(self)
        self._lay_out()
        self.show_question(question)

    def focus_target(self) -> QWidget:
        """The field, once it stands."""
        return self.field if hasattr(self, "field") else self

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text() if isinstance(self.field, QLineEdit) else self.field.toPlainText()

    def show_question(self, question: QuestionState) -> None:
        """Show another text, but never over what is being typed."""
        super().show_question(question)
        self.hint.setText(question.hint)
        self.hint.setVisible(bool(question.hint))
        self.field.setAccessibleName(" ".join(filter(None, (question.row.label, question.row.unit))))
        if question.hint or not self.field.hasFocus():
            self.field.setAccessibleDescription(question.hint or question.row.spoken_answer)
        aside = question.row.aside_words if question.row.state is State.NOT_APPLICABLE else ""
        self.field.setPlaceholderText(aside)
        if not self._rest.isActive() and question.text != self.text and question.text != self._told:
            self._write(question.text)
        self._told = question.text if not self._rest.isActive() else self._told

    def flush(self) -> None:
        """Hand the text over as it stands, if it is another one."""
        self._rest.stop()
        if self.text != self._told:
            self._told = self.text
            self.typed.emit(self.row.key, self._told)

    def clear_answer(self) -> None:
        """Empty the field too. Words are left as they are: a key pressed in another row must not take them away."""
        if self._wide and self.text:
            return
        self._rest.stop()
        self._write("")
        self._told = ""
        if self.row.state is not None or self.question.text:
            self.answered.emit(self.row.key, None, None)
            self.stayed.emit()

    def _leaves_by(self, event: QKeyEvent) -> bool:
        """Enter and the arrows are needed where there are several lines."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and self.question.kind is not QuestionKind.LINES

    def _stays(self) -> bool:
        return bool(self.question.hint)

    def _on_edited(self) -> None:
        self._rest.start()

    def _write(self, text: str) -> None:
        self.field.blockSignals(True)
        if isinstance(self.field, QLineEdit):
            self.field.setText(text)
        else:
            self.field.setPlainText(text)
        self.field.blockSignals(False)

    def _lay_out(self) -> None:
        name_field(self.label, self.field)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1 if self._wide else 0)
        if self.row.unit:
            line.addWidget(Words(self.row.unit, wrap=False))
        if not self._wide:
            line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, 4, SIDE_PX, 6)
        column.setSpacing(7)
        column.addWidget(self.label)
        column.addLayout(line)
        column.addWidget(self.hint)
        self._fit_text()

    @property
    def _wide(self) -> bool:
        return self.question.kind is QuestionKind.LINES or self.question.wide

    def changeEvent(self, event: QEvent) -> None:
        """Keep up with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "hint"):
            self._fit_text()

    def _fit_text(self) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.setMinimumHeight(step_side(self.font()))
        if not self._wide:
            self.field.setFixedWidth(NUMBER_EMS * self.fontMetrics().height())

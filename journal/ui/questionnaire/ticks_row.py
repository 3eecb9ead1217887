"""A question of which several options can be chosen: check boxes under each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.model.entries import State
from journal.ui.questionnaire.question_row import QuestionRow
from journal.ui.questionnaire.questions import QuestionState
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.buttons import LARGE_PX
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.row_keys import Press, read_key
from journal.ui.widgets.step_geometry import SIDE_PX


class TicksRow(QuestionRow):
    """Digits tick and untick, the arrows up and down go on, − skips, Backspace takes every tick away."""

    def __init__(self, question: QuestionState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        self.boxes: list[CheckBox] = []
        super().__init__(question, theme, parent)
        self._lay_out()
        self.show_question(question)

    def focus_target(self) -> QWidget:
        """The first box."""
        return self.boxes[0] if self.boxes else self

    def stops(self) -> tuple[QWidget, ...]:
        """Every box is a tab stop, as check boxes are."""
        return tuple(self.boxes)

    def show_question(self, question: QuestionState) -> None:
        """Show which are ticked."""
        super().show_question(question)
        self.aside.setText(question.row.aside_words if question.row.state is State.NOT_APPLICABLE else "")
        self.aside.setVisible(bool(self.aside.text()))
        for place, box in enumerate(self.boxes):
            box.blockSignals(True)
            box.setChecked(place in question.ticked)
            box.blockSignals(False)

    def clear_answer(self) -> None:
        """Take every tick away."""
        if self.row.state is not None:
            self.answered.emit(self.row.key, None, None)
            self.stayed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead the keyboard and take the keys of a row."""
        if event.type() == QEvent.Type.FocusIn and watched is self.focus_target():
            self.reached.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, CheckBox):
            return self._on_key(event, self.boxes.index(watched))
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, place: int) -> bool:
        pressed = read_key(event)
        if pressed.press in (Press.SYSTEM, Press.CHOOSE):
            return False
        if event.isAutoRepeat() and pressed.press not in (Press.UP, Press.DOWN):
            return True
        if pressed.press is Press.DIGIT:
            self._tick(pressed.digit - 1)
        elif pressed.press is Press.NOT_APPLICABLE:
            self.answered.emit(self.row.key, None, State.NOT_APPLICABLE)
            self.onward.emit(True)
        elif pressed.press is Press.BACK:
            self._on_back()
        elif pressed.press is Press.DOWN:
            self._go(place + 1)
        elif pressed.press is Press.UP:
            self._go(place - 1)
        return True

    def _tick(self, place: int) -> None:
        if 0 <= place < len(self.boxes):
            self.boxes[place].toggle()

    def _on_back(self) -> None:
        if self.row.state is not None:
            self.clear_answer()
        else:
            self.backward.emit(True)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.boxes):
            self.boxes[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            (self.onward if place > 0 else self.backward).emit(False)

    def _on_toggled(self) -> None:
        self.ticked.emit(self.row.key, tuple(place for place, box in enumerate(self.boxes) if box.isChecked()))
        self.stayed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, 4, SIDE_PX, 4)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addSpacing(4)
        for step in self.row.steps:
            box = CheckBox(step.word.replace("&", "&&"))
            box.setAccessibleDescription(self.row.label)
            box.setMinimumHeight(LARGE_PX)
            box.toggled.connect(self._on_toggled)
            box.installEventFilter(self)
            self.boxes.append(box)
            column.addWidget(box)
        self.aside = Caption(wrap=False)
        column.addWidget(self.aside)

"""What a file can't say, asked once, each answer with what it leads to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.bringing_in.state import ChoiceState, QuestionState
from journal.ui.widgets.card import Card
from journal.ui.widgets.checks import RadioButton
from journal.ui.widgets.labels import Body, Caption


class QuestionCard(Card):
    """`answered` carries the question's key and the value chosen."""

    answered = Signal(str, str)
    built = Signal()
    """Other questions stand here than before."""

    def __init__(self) -> None:
        super().__init__(_("One thing the file does not say"))
        self._asked: tuple[tuple[str, str], ...] = ()
        self._buttons: dict[tuple[str, str], RadioButton] = {}
        self._questions: list[QWidget] = []

    def render_state(self, questions: Sequence[QuestionState]) -> None:
        """Show these questions, and what is chosen."""
        self.setVisible(bool(questions))
        asked = tuple((question.key, question.words) for question in questions)
        if asked != self._asked:
            self._asked = asked
            self._build(questions)
        for question in questions:
            for choice in question.choices:
                self._buttons[question.key, choice.value].setChecked(choice.value == question.chosen)

    def _build(self, questions: Sequence[QuestionState]) -> None:
        for old in self._questions:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons.clear()
        self._questions = [self._question(question) for question in questions]
        for widget in self._questions:
            self.body.addWidget(widget)
        self.built.emit()

    def _question(self, question: QuestionState) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(question.words)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Body(question.words))
        group = QButtonGroup(holder)
        for choice in question.choices:
            made = self._choice(question.key, choice)
            group.addButton(made)
            column.addWidget(made)
            column.addWidget(Caption(choice.consequence))
        return holder

    def _choice(self, key: str, choice: ChoiceState) -> RadioButton:
        made = RadioButton(choice.words)
        made.setAccessibleDescription(choice.consequence)
        made.clicked.connect(lambda: self.answered.emit(key, choice.value))
        self._buttons[key, choice.value] = made
        return made

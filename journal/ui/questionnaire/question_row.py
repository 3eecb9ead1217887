"""What the questions that are no row of steps have in common: a label over a control of their own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.ui.questionnaire.questions import QuestionState
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.labels import Words


class QuestionRow(AnswerRow):
    """Besides `answered` it tells which options are ticked, or which text was typed."""

    ticked = Signal(str, object)
    """Its key and the places of the options that are ticked."""

    typed = Signal(str, str)
    """Its key and its text."""

    def __init__(self, question: QuestionState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(question.row, theme, parent)
        self.question = question
        self.label = Words(question.row.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_question(self, question: QuestionState) -> None:
        """Show another answer to the same question."""
        self.question = question
        self.render_row(question.row)

    def stops(self) -> tuple[QWidget, ...]:
        """Its tab stops in order."""
        return (self.focus_target(),)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of its own: no frame round a single question."""

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another height when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

"""A question as it stands in the column: its row, and under it the still line where it asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.questionnaire.option_row import OptionRow
from journal.ui.questionnaire.question_row import QuestionRow
from journal.ui.questionnaire.questions import QuestionKind, QuestionState
from journal.ui.questionnaire.slider_row import SliderRow
from journal.ui.questionnaire.stacked_row import StackedRow
from journal.ui.questionnaire.ticks_row import TicksRow
from journal.ui.questionnaire.typed_row import TypedRow
from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.safety_line import SafetyLine, Support
from journal.ui.widgets.step_row import StepRow

if TYPE_CHECKING:
    from journal.ui.theme.source import ThemeSource

INDENT_PX = 18


class _SupportRow:
    """Mixed into a row: with an answer above 0 the keyboard stays, because the still line stands under it."""

    def choose(self, index: int, *, moves: bool = False) -> None:
        """Answer with a step."""
        above = self.row.steps[index].value > 0  # type: ignore[attr-defined]
        super().choose(index, moves=moves and not above)  # type: ignore[misc]


class SupportStepRow(_SupportRow, StepRow):
    """A row of steps about thoughts of suicide."""


class SupportPillRow(_SupportRow, StackedRow):
    """Pills about thoughts of suicide."""


class SupportOptionRow(_SupportRow, OptionRow):
    """Options about thoughts of suicide."""


class QuestionBlock(QWidget):
    """Keeps its row while the question is asked, so that the keyboard stays where it is."""

    still_shown = Signal(object, object)
    """The still line has just come to stand here: the row and the line."""

    plan_wanted = Signal()

    def __init__(
        self, question: QuestionState, theme: ThemeSource, support: Support, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question, self._support = question, support
        self.row = made_row(question, theme)
        self.still: SafetyLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(question.level * INDENT_PX, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)

    def render_question(self, question: QuestionState, *, digits_move_on: bool) -> None:
        """Show another answer."""
        before, self.question = self.question, question
        if isinstance(self.row, QuestionRow):
            if question != before or question.row != self.row.row:
                self.row.show_question(question)
        elif question.row != self.row.row:
            self.row.render_row(question.row)
        if isinstance(self.row, StepRow):
            self.row.digits_move_on = digits_move_on
        self._show_still()

    def stops(self) -> tuple[QWidget, ...]:
        """Its tab stops in order."""
        own = self.row.stops() if isinstance(self.row, QuestionRow) else (self.row,)
        return (*own, *(self.still.buttons if self.still is not None and self.question.still else ()))

    def _show_still(self) -> None:
        if self.question.still and self.still is None:
            self.still = SafetyLine(self._support)
            self.still.plan_wanted.connect(self.plan_wanted)
            self._column.addWidget(self.still)
        if self.still is None:
            return
        came = self.question.still and self.still.isHidden()
        self.still.setVisible(self.question.still)
        if came:
            self.still_shown.emit(self.row, self.still)


def made_row(question: QuestionState, theme: ThemeSource) -> AnswerRow:
    """The row by which a question is answered."""
    if question.kind is QuestionKind.STEPS:
        return (SupportStepRow if question.support else StepRow)(question.row, theme)
    if question.kind is QuestionKind.PILLS:
        return (SupportPillRow if question.support else StackedRow)(question.row, theme)
    if question.kind is QuestionKind.OPTIONS:
        return (SupportOptionRow if question.support else OptionRow)(question.row, theme)
    kinds: dict[QuestionKind, type[QuestionRow]] = {
        QuestionKind.TICKS: TicksRow,
        QuestionKind.SLIDER: SliderRow,
        QuestionKind.LINE: TypedRow,
        QuestionKind.LINES: TypedRow,
    }
    return kinds[question.kind](question, theme)


def built_for(question: QuestionState) -> tuple[object, ...]:
    """What a block is built for; another one of these needs another widget."""
    row = question.row
    return (
        question.kind,
        question.level,
        question.support,
        question.ends,
        question.wide,
        row.label,
        row.kind,
        row.steps,
        row.minimum,
        row.maximum,
        row.step,
        row.unit,
    )

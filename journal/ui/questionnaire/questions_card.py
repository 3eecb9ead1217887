"""The card of questions, with the words between them. What stays asked stays itself: the keyboard keeps its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.questionnaire.question_block import INDENT_PX, QuestionBlock, built_for
from journal.ui.questionnaire.question_row import QuestionRow
from journal.ui.questionnaire.questions import HeadingState, Part, QuestionState, RepeatState, WordsState
from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong, Subtitle
from journal.ui.widgets.laid_out import widgets_of
from journal.ui.widgets.step_geometry import SIDE_PX
from journal.ui.widgets.tab_order import stops_in

if TYPE_CHECKING:
    from journal.ui.theme.source import ThemeSource
    from journal.ui.widgets.safety_line import Support

PADDING = 14


class QuestionsCard(Card):
    """Renders the parts of a questionnaire in their order."""

    answered = Signal(str, object, object)
    ticked = Signal(str, object)
    typed = Signal(str, str)
    once_more = Signal(str)
    still_shown = Signal(object, object)
    plan_wanted = Signal()

    def __init__(self, theme: ThemeSource, support: Support, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme, self._support = theme, support
        self.blocks: dict[str, QuestionBlock] = {}
        self._between: dict[tuple[object, ...], QWidget] = {}
        self._plan: tuple[object, ...] = ()
        self.setAccessibleName(_("Questions"))
        self.body.setContentsMargins(PADDING, 12, PADDING, 14)
        self.body.setSpacing(0)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addLayout(self._list)

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The rows in the order of the keyboard."""
        return tuple(block.row for block in self.blocks.values())

    def stops(self) -> tuple[QWidget, ...]:
        """Every tab stop in order, as the parts stand."""
        found: list[QWidget] = []
        for widget in widgets_of(self._list):
            if isinstance(widget, QuestionBlock):
                found += widget.stops()
            elif isinstance(widget, FlowRow):
                found += stops_in(widget)
        return tuple(found)

    def render_parts(self, parts: tuple[Part, ...], *, digits_move_on: bool) -> bool:
        """Show these parts; true when other rows stand here than before, or in another order."""
        plan = tuple(_plan_of(part) for part in parts)
        moved = plan != self._plan
        if moved:
            self._lay_out(parts)
            self._plan = plan
        for part in parts:
            if isinstance(part, QuestionState):
                self.blocks[part.key].render_question(part, digits_move_on=digits_move_on)
        return moved

    def _lay_out(self, parts: tuple[Part, ...]) -> None:
        wanted = {part.key: part for part in parts if isinstance(part, QuestionState)}
        for key in [key for key, block in self.blocks.items() if not _fits(block, wanted.get(key))]:
            self._throw_away(self.blocks.pop(key))
        between = {_plan_of(part): part for part in parts if not isinstance(part, QuestionState)}
        for plan in [plan for plan in self._between if plan not in between]:
            self._throw_away(self._between.pop(plan))
        for place, part in enumerate(parts):
            widget = self._widget(part)
            self._list.insertWidget(place, widget)
            widget.show()
        self.blocks = {key: self.blocks[key] for key in wanted}

    def _widget(self, part: Part) -> QWidget:
        if isinstance(part, QuestionState):
            if part.key not in self.blocks:
                self.blocks[part.key] = self._made_block(part)
            return self.blocks[part.key]
        plan = _plan_of(part)
        if plan not in self._between:
            self._between[plan] = self._made_between(part)
        return self._between[plan]

    def _made_block(self, part: QuestionState) -> QuestionBlock:
        block = QuestionBlock(part, self._theme, self._support)
        block.row.answered.connect(self.answered)
        if isinstance(block.row, QuestionRow):
            block.row.ticked.connect(self.ticked)
            block.row.typed.connect(self.typed)
        block.still_shown.connect(self.still_shown)
        block.plan_wanted.connect(self.plan_wanted)
        return block

    def _made_between(self, part: HeadingState | WordsState | RepeatState) -> QWidget:
        left = SIDE_PX + part.level * INDENT_PX
        if isinstance(part, RepeatState):
            button = QuietButton(_("Once more: {name}").format(name=part.words), large=True)
            button.clicked.connect(lambda: self.once_more.emit(part.key))
            line = FlowRow(button)
            line.setContentsMargins(left, 4, SIDE_PX, 6)
            return line
        if isinstance(part, HeadingState):
            heading = Subtitle(part.text)
            heading.setContentsMargins(left, 10, SIDE_PX, 4)
            return heading
        words = (Strong if part.strong else Caption if part.quiet else Body)(part.text)
        words.setContentsMargins(left, 6, SIDE_PX, 6)
        return words

    def _throw_away(self, widget: QWidget) -> None:
        """What had the keyboard hands it on to the page; the page finds it a new place."""
        self._list.removeWidget(widget)
        if widget.isAncestorOf(widget.window().focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


def _fits(block: QuestionBlock, question: QuestionState | None) -> bool:
    return question is not None and built_for(block.question) == built_for(question)


def _plan_of(part: Part) -> tuple[object, ...]:
    """What the layout depends on: not the answers."""
    if isinstance(part, QuestionState):
        return (part.key, *built_for(part))
    return (type(part).__name__, part)

"""The page of one questionnaire. It holds no rules, only the last state."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journal.host.clock import local_now
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.questionnaire.footer import Footer
from journal.ui.questionnaire.header import Header
from journal.ui.questionnaire.open_questionnaire import QuestionnaireParts
from journal.ui.questionnaire.presenter import QuestionnairePresenter
from journal.ui.questionnaire.questions_card import QuestionsCard
from journal.ui.questionnaire.result_card import ResultCard
from journal.ui.questionnaire.state import QuestionnaireState
from journal.ui.second_try import saying_so
from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.row_chain import RowChain
from journal.ui.widgets.row_state import spoken_result
from journal.ui.widgets.safety_line import SafetyLine, Support
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import stops_in

WIDEST = 780
AHEAD_PX = 92
"""Beyond the row with the keyboard this much stays in sight: the next row."""


class QuestionnairePage(QWidget):
    """Renders a `QuestionnaireState`; what the person does goes to the presenter."""

    rendered = Signal()
    """A state was shown; for whoever waits for it."""

    def __init__(self, context: PageContext, support: Support, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self.state = QuestionnaireState()
        self.header, self.footer, self.result = Header(), Footer(), ResultCard()
        self.questions = QuestionsCard(context.theme, support)
        self.body = ScrollPage(WIDEST)
        self.chain = RowChain(context.announce, self)
        self._tabs: tuple[QWidget, ...] = ()
        self.presenter = QuestionnairePresenter(self, _parts(context))
        self._build()
        self._connect()

    def entered(
        self,
        instrument: str = "",
        form_id: str = "",
        questionnaire_id: str = "",
        **where: Any,  # noqa: ARG002
    ) -> None:
        """Begin an instrument or a form, or open what was begun; without any what was open last."""
        now = local_now(self._context.clock)
        self.header.show_last_day(QDate(now.year, now.month, now.day))
        self.presenter.on_entered(instrument, form_id, questionnaire_id)

    def left(self) -> None:
        """Hand over what is half typed."""
        self.chain.flush()
        self.presenter.on_left()

    def render_state(self, state: QuestionnaireState) -> None:
        """Show a state; rows whose question and answer are the same are left alone."""
        self.state = state
        self.header.setVisible(bool(state.title))
        self.questions.setVisible(bool(state.title))
        if not state.title:  # it is still being read: there is no day yet, and nothing to answer
            self.result.hide()
            self.footer.render_state(state)
            self.rendered.emit()
            return
        self.header.render_state(state)
        if self.questions.render_parts(state.parts, digits_move_on=state.digits_move_on):
            self.chain.lead(self.questions.rows)
            if self.questions.hasFocus():  # the row with the keyboard is not asked any more
                self.chain.focus_first_open()
        self.result.render_result(state.result)
        self.footer.render_state(state)
        self._order_tabs()
        self.rendered.emit()

    def begin(self) -> None:
        """Show the beginning, with the keyboard at the first question that is open."""
        self.body.verticalScrollBar().setValue(0)
        self.chain.focus_first_open()
        if self.state.note:
            self._context.announce(self.header.note, self.state.note)
        if not self.chain.rows:
            self.footer.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to all questionnaires."""
        self._context.go("questionnaires")

    def show_total(self, questionnaire_id: str) -> None:
        """Show a total that was typed in where it can be changed."""
        self._context.go("questionnaires", total=questionnaire_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the questionnaire."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _order_tabs(self) -> None:
        stops = (*stops_in(self.header), *self.questions.stops(), *stops_in(self.footer))
        if stops != self._tabs:
            self._tabs = stops
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)

    def _on_still(self, row: AnswerRow, still: SafetyLine) -> None:
        """The line is in sight with its question, and said once; the keyboard stays."""
        if not row.focus_target().hasFocus():
            return
        self._context.announce(row.focus_target(), f"{spoken_result(row.row)} {still.spoken}")
        QTimer.singleShot(0, still, partial(self._bring_into_view, still))

    def _bring_into_view(self, still: SafetyLine) -> None:
        self.body.ensureWidgetVisible(still, 8, 12)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002
        if now is not None and self.questions.isAncestorOf(now):
            self.body.ensureWidgetVisible(now, 8, AHEAD_PX)

    def _on_last_row(self) -> None:
        self.body.ensureWidgetVisible(self.result, 8, 8)
        self.footer.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_once_more(self, key: str) -> None:
        self.chain.flush()
        self.presenter.on_once_more(key)

    def _build(self) -> None:
        column = self.body.column
        for widget in (self.header, self.questions, self.result):
            column.addWidget(widget)
        column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.body, 1)
        box.addWidget(self.footer)
        self.setAccessibleName(_("Questionnaire"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _connect(self) -> None:
        presenter, questions = self.presenter, self.questions
        self.header.time_given.connect(presenter.on_time)
        self.header.span.chosen.connect(presenter.on_span)
        self.header.highest.chosen.connect(presenter.on_highest)
        self.header.back_wanted.connect(self.leave)
        self.footer.closed.connect(self.leave)
        questions.answered.connect(presenter.on_answered)
        questions.ticked.connect(presenter.on_ticked)
        questions.typed.connect(presenter.on_typed)
        questions.once_more.connect(self._on_once_more)
        questions.still_shown.connect(self._on_still)
        questions.plan_wanted.connect(partial(self._context.go, "calm", part="plan"))
        self.chain.ended.connect(self._on_last_row)
        self._context.session.listen(presenter.on_changed)


def _parts(context: PageContext) -> QuestionnaireParts:
    return QuestionnaireParts(
        journal=lambda: context.session.opened,
        runner=context.runner,
        clock=context.clock,
        words=context.words,
        failed=context.failed,
        save_failed=saying_so(context.say, context.failed),
    )

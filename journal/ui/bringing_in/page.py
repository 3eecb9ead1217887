"""The page "Bring a history in". It holds no rules, only the last state."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.bringing_in.file_card import FileCard
from journal.ui.bringing_in.first_card import FirstCard, UnreadCard
from journal.ui.bringing_in.foot import Foot
from journal.ui.bringing_in.names_card import NamesCard
from journal.ui.bringing_in.phases import ProgressState
from journal.ui.bringing_in.presenter import BringingInParts, BringingInPresenter
from journal.ui.bringing_in.question_card import QuestionCard
from journal.ui.bringing_in.state import BringingInState, Step
from journal.ui.bringing_in.table_card import TableCard
from journal.ui.bringing_in.table_wishes import connect_table
from journal.ui.context import PageContext
from journal.ui.delivery import WindowDelivery
from journal.ui.widgets.back_button import back_to_settings
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import PageTitle
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 760


class BringingInPage(QWidget):
    """The cards from the file to the entries that it holds, and the foot that stays in sight."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self.state = BringingInState()
        self.back = back_to_settings()
        self.file, self.names, self.question = FileCard(), NamesCard(context.theme), QuestionCard()
        self.table = TableCard(context.theme)
        self.first, self.unread, self.foot = FirstCard(context.theme), UnreadCard(context.theme), Foot()
        self._delivery = WindowDelivery(self)
        self.presenter = BringingInPresenter(self, self._parts())
        self._build()
        self._connect()
        self.render_state(self.presenter.state)

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Show the file as it stands, or the way to choose one."""
        self.presenter.on_entered()
        if self.state.step is Step.START:
            self.file.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> None:
        """Another page is shown, or the journal is about to close."""
        self.presenter.on_left(closing=self._context.session.closing)

    def render_state(self, state: BringingInState) -> None:
        """Show the state, and take the keyboard to what comes next."""
        before, self.state = self.state, state
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        found = state.step is Step.FOUND
        self.file.render_state(state)
        self.foot.render_state(state)
        if before.step is not state.step and had_focus:
            self._next(state).setFocus(Qt.FocusReason.OtherFocusReason)  # before the rest is hidden
        self.table.setVisible(state.table is not None)
        if state.table is not None:
            self.table.render_state(state.table)
        self.names.setVisible(found and state.names is not None)
        if state.names is not None:
            self.names.render_state(state.names)
        self.question.render_state(state.questions)
        self.first.render_state(state.first)
        self.unread.render_state(state.unread)
        self._tell(before, state)

    def show_progress(self, progress: ProgressState) -> None:
        """Show how far it is."""
        self.foot.show_progress(progress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what goes on; with nothing going on it goes back to Settings."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.state.can_stop:
            self.presenter.on_stop()
        else:
            self._context.go("settings")

    def _tell(self, before: BringingInState, state: BringingInState) -> None:
        told = [state.problem, state.result if state.step is not Step.WRITING else "", state.counts]
        for words in told:
            if words and words not in (before.problem, before.result, before.counts):
                self._context.announce(self.file.found, words)
                return

    def _next(self, state: BringingInState) -> QWidget:
        by_step = {
            Step.READING: self.foot.cancel,
            Step.WRITING: self.foot.cancel,
            Step.FOUND: self._first_list(state),
            Step.DONE: self.file.undo if state.can_undo else self.file.choose,
        }
        return by_step.get(state.step, self.file.choose)

    def _first_list(self, state: BringingInState) -> QWidget:
        """What has to be looked over first."""
        if state.table is not None:
            return self.table.list
        return self.names.list if state.names is not None else self.foot.bring_in

    def _parts(self) -> BringingInParts:
        context = self._context
        return BringingInParts(
            context.runner,
            lambda: context.session.opened,
            self._delivery.deliver,
            context.clock,
            context.words,
            context.say,
            context.failed,
        )

    def _build(self) -> None:
        scroll = ScrollPage(WIDEST)
        scroll.column.addWidget(FlowRow(self.back))
        scroll.column.addWidget(PageTitle(_("Bring a history in")))
        self._cards = (self.file, self.table, self.first, self.names, self.question, self.unread)
        for card in self._cards:
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self.foot)
        self._order_tabs()

    def _order_tabs(self) -> None:
        put_in_order(self.back, *self._cards, self.foot)

    def _connect(self) -> None:
        presenter = self.presenter
        self.back.clicked.connect(lambda: self._context.go("settings"))
        self.file.chosen.connect(presenter.on_chosen)
        self.file.shape_given.connect(presenter.on_shape)
        self.question.built.connect(self._order_tabs)
        self.question.answered.connect(presenter.on_shape)
        self.names.way_chosen.connect(presenter.on_way)
        self.names.answered.connect(presenter.on_answer)
        self.names.all_out_wanted.connect(presenter.on_all_left_out)
        connect_table(self.table, presenter)
        self.unread.save_wanted.connect(presenter.on_save_unread)
        self.foot.wanted.connect(presenter.on_bring_in)
        self.foot.stopped.connect(presenter.on_stop)
        self.foot.left_alone.connect(presenter.on_left_alone)
        self.file.undo_wanted.connect(presenter.on_undo)
        self.file.history_wanted.connect(lambda: self._context.go("history"))

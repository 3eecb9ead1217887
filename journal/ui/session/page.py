"""A session as a page. It holds no rules, only the last state."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journal.host.clock import local_now
from journal.model.sessions import Session
from journal.model.treatments import Group, Treatment
from journal.texts.translation import _
from journal.ui.backup_follow_up import BackupFollowUp
from journal.ui.context import PageContext
from journal.ui.emergency_number import emergency_words
from journal.ui.session.afterwards_card import AfterwardsCard
from journal.ui.session.before_card import BeforeCard
from journal.ui.session.columns import SessionColumns
from journal.ui.session.days_after_card import DaysAfterCard
from journal.ui.session.deleting import Deleting
from journal.ui.session.effects_card import EffectsCard
from journal.ui.session.footer import SessionFooter
from journal.ui.session.header import SessionHeader
from journal.ui.session.now_view import NowView
from journal.ui.session.open_session import SessionParts
from journal.ui.session.presenter import SessionPresenter
from journal.ui.session.session_card import SessionCard
from journal.ui.session.state import SessionState, build_choices
from journal.ui.session.stay_open import StayOpenButton
from journal.ui.session.stops import Stops
from journal.ui.session.vitals_card import VitalsCard
from journal.ui.session.words_card import WordsCard
from journal.ui.shortcuts import install
from journal.ui.widgets.tab_order import put_in_order

CLOSE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class SessionPage(QWidget):
    """Renders a `SessionState`; what the person does goes to the presenter."""

    rendered = Signal()
    """A state was shown; for whoever waits for it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self.state = SessionState()
        number = partial(emergency_words, context.clock)
        choices = build_choices(_nobody(), Treatment("", "", "", Group.OTHER))
        self.header, self.footer, self.deleting = SessionHeader(), SessionFooter(), Deleting()
        self.stay = StayOpenButton(partial(local_now, context.clock))
        self.session, self.vitals = SessionCard(), VitalsCard(number)
        self.effects, self.after = EffectsCard(context.theme), AfterwardsCard(choices, context.theme)
        self.before, self.days, self.words = BeforeCard(choices, context.theme), DaysAfterCard(), WordsCard()
        self.now = NowView(VitalsCard(number))
        self.stops = Stops(context.announce, self)
        self.presenter = SessionPresenter(self, _parts(context))
        self._build()
        self._connect()
        self._connect_cards()

    def entered(
        self,
        session_id: str = "",
        *,
        begin: str = "",
        course_id: str | None = None,
        now: bool = False,
        **where: Any,  # noqa: ARG002
    ) -> None:
        """Open a session, or begin one of the kind `begin`; `now` opens its Now view."""
        self._stack.setCurrentIndex(0)
        self.deleting.ask(sure=False)
        if begin:
            self.presenter.on_begun(begin, course_id, now=now)
        else:
            self.presenter.on_entered(session_id, now=now)

    def left(self) -> None:
        """Hand over what is half typed."""
        self.flush()
        self.presenter.on_left()

    def flush(self) -> None:
        """Hand over what is half typed."""
        for part in (self.session, self.vitals.table, self.effects, self.after, self.before, self.words, self.now):
            part.flush()

    def render_state(self, state: SessionState) -> None:
        """Show a state."""
        before, self.state = self.state, state
        if not state.session_id:
            return
        for part in (
            self.header, self.session, self.vitals, self.effects, self.after, self.before, self.days, self.words,
            self.footer, self.now,
        ):  # fmt: skip
            part.render_state(state)
        self.stay.setVisible(state.open and self._context.controls is not None)
        self._stack.setCurrentWidget(self.now if state.now_shown else self._page)
        if before.session_id != state.session_id:
            self._order_tabs()
        if before.now_shown and not state.now_shown and self.isVisible():
            self.header.now.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rendered.emit()

    def begin(self) -> None:
        """A session was opened: its beginning is shown, with the keyboard at the time."""
        if self.state.now_shown:
            self.now.begin()
            return
        self.columns.verticalScrollBar().setValue(0)
        self.session.time.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Go to all sessions."""
        self._context.go("treatment")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to all sessions, or from the Now view to the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.state.now_shown:
            self.presenter.now.on_page()
        else:
            self.leave()

    def _build(self) -> None:
        self.header.add_way(self.stay)
        main = (self.session, self.vitals, self.effects, self.words)
        side = (self.after, self.before, self.days, self.deleting)
        self.columns = SessionColumns(self.header, main, side, self._context.theme)
        self._page = QWidget()
        box = QVBoxLayout(self._page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.columns, 1)
        box.addWidget(self.footer)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # quiet paper until the session is there
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.now)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        presenter = self.presenter
        self.header.now_wanted.connect(self._flushed(presenter.now.on_shown))
        self.header.now_wanted.connect(self.now.begin)
        self.header.all_wanted.connect(self.leave)
        self.stay.hours_chosen.connect(self._on_stay)
        self.footer.closed.connect(self._flushed(lambda: presenter.on_closed(self._on_closed)))
        self.deleting.delete_wanted.connect(self._flushed(lambda: presenter.on_deleted(self._on_deleted)))
        self.deleting.delete_for_good_wanted.connect(lambda: presenter.on_deleted_for_good(self._on_gone))
        self.now.item_given.connect(presenter.now.on_item)
        self.now.level_given.connect(presenter.now.on_level)
        self.now.more_wanted.connect(presenter.now.on_more)
        self.now.none_given.connect(presenter.now.on_none)
        self.now.back_wanted.connect(presenter.now.on_back)
        self.now.taken_back.connect(presenter.now.on_taken_back)
        self.now.page_wanted.connect(self._flushed(presenter.now.on_page))
        self.now.folded.connect(lambda opened: presenter.on_folded(sheet=opened))
        install(self, dict.fromkeys(CLOSE_KEYS, self._on_close_keys))
        self._context.session.listen(presenter.on_changed)

    def _connect_cards(self) -> None:
        presenter, effects = self.presenter, self.presenter.effects
        for part in (self.session, self.after, self.before, self.words, self.now.dose):
            part.typed.connect(presenter.on_typed)
        for part in (self.after, self.before):
            part.chosen.connect(presenter.on_chosen)
        for card in (self.vitals, self.now.vitals):
            card.table.typed.connect(presenter.on_cell)
            card.meant.connect(presenter.on_meant)
            card.time_added.connect(presenter.on_time_added)
        self.session.listed.connect(presenter.on_listed)
        self.session.day_given.connect(presenter.on_day)
        self.session.meant.connect(presenter.on_meant)
        self.session.change_wanted.connect(self._on_change_wanted)
        self.session.last_wanted.connect(self._on_as_last_time)
        self.before.folded.connect(lambda opened: presenter.on_folded(before=opened))
        self.days.hours_given.connect(presenter.on_hours)
        self.words.share_given.connect(presenter.on_shared)
        self.words.tags_given.connect(presenter.on_tags)
        self.words.tags_wanted.connect(presenter.on_tags_wanted)
        self.effects.added.connect(effects.on_added)
        self.effects.expanded.connect(effects.on_expanded)
        self.effects.rearranged.connect(self._order_tabs)
        self.effects.half.level_given.connect(effects.on_level)
        self.effects.half.minutes_given.connect(effects.on_minutes)
        self.effects.half.done.connect(self._on_effect_done)
        self.effects.half.left_out.connect(self._on_effect_left_out)
        details = self.effects.details
        details.point_moved.connect(effects.on_point_moved)
        details.point_level.connect(effects.on_point_level)
        details.point_removed.connect(effects.on_point_removed)
        details.point_added.connect(effects.on_point_added)
        details.phase_given.connect(effects.on_phase)
        details.removed.connect(effects.on_removed)
        self._lead_stops()

    def _on_close_keys(self) -> None:
        if not self.state.now_shown:
            self.footer.close_button.click()

    def _lead_stops(self) -> None:
        card = self.session
        self.stops.lead(
            (card.time, card.dose, card.minutes, card.weight, self.vitals.table, self.effects, *self.after.stops,
             *self.before.stops, self.footer.close_button)
        )  # fmt: skip

    def _order_tabs(self) -> None:
        put_in_order(
            self.header, self.session, self.vitals, self.effects, self.words, self.after, self.before, self.days,
            self.deleting, self.footer,
        )  # fmt: skip

    def _on_stay(self, hours: int) -> None:
        if self._context.controls is not None:
            self._context.controls.stay_open(hours * 60)

    def _on_change_wanted(self, key: str) -> None:
        field = self.after.clear if key == self.after.clear.key else getattr(self.session, key)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_as_last_time(self) -> None:
        self.presenter.on_as_last_time()
        self.vitals.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_effect_done(self) -> None:
        if self.presenter.effects.on_done():
            self.effects.take_focus()

    def _on_effect_left_out(self) -> None:
        self.presenter.effects.on_left_out()
        self.effects.take_focus()

    def _on_closed(self, session_id: str) -> None:
        self.leave()
        again = (_("Open it again"), lambda: self._on_reopened(session_id))
        self._context.say(_("Closed and saved. It can still be changed."), [again])

    def _on_reopened(self, session_id: str) -> None:
        self.presenter.on_reopened(session_id, lambda: self._context.go("session", session_id=session_id))

    def _on_deleted(self, _session_id: str) -> None:
        self.leave()
        undo = (_("Undo"), self._on_undo)
        self._context.say(_("Deleted. It can be undone for 30 days."), [undo])

    def _on_undo(self) -> None:
        from journal.app import history

        self._context.runner.run(
            lambda: history.undo(self._context.session.opened),
            lambda _step: self._context.say(_("Undone.")),
            self._context.failed,
        )

    def _on_gone(self, _session_id: str) -> None:
        self.leave()
        context = self._context
        BackupFollowUp(lambda: context.session.opened, context.runner, context.say, context.failed).say_gone()

    def _flushed(self, do: Any) -> Any:
        def first_flush(*_given: Any) -> None:
            self.flush()
            do()

        return first_flush


def _nobody() -> Session:
    from datetime import date

    return Session("", "", 0, 0, date.min)


def _parts(context: PageContext) -> SessionParts:
    return SessionParts(
        journal=lambda: context.session.opened,
        runner=context.runner,
        clock=context.clock,
        words=context.words,
        failed=context.failed,
    )

"""Today: the check-in as a page. It holds no rules, only the last state."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journal.ui.context import PageContext
from journal.ui.second_try import saying_so
from journal.ui.today.beside_state import OfferKind
from journal.ui.today.ended_view import EndedView
from journal.ui.today.footer import Footer
from journal.ui.today.form_columns import FormColumns
from journal.ui.today.header import Header
from journal.ui.today.open_check_in import CheckInParts
from journal.ui.today.presenter import TodayPresenter
from journal.ui.today.state import TodayState
from journal.ui.widgets.row_chain import RowChain
from journal.ui.widgets.safety_line import Support


class TodayPage(QWidget):
    """Renders a `TodayState`; what the person does goes to the presenter."""

    rendered = Signal()
    """A state was shown; for whoever waits for it."""

    def __init__(self, context: PageContext, support: Support, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self._note_shown: tuple[str, bool] | None = None
        self.state = TodayState()
        self.header, self.footer, self.ended_view = Header(), Footer(), EndedView()
        self.form = FormColumns(self.header, context.theme, support)
        self.chain = RowChain(context.announce, self)
        self._middle = QStackedWidget()
        self.presenter = TodayPresenter(self, _parts(context))
        self._build()
        self._connect()

    def entered(self, day: date | None = None, *, short: bool = False, **where: Any) -> None:  # noqa: ARG002
        """Open the form for now, for `day`, or the short one."""
        self.presenter.on_entered(day, short=short)

    def left(self) -> None:
        """Hand over what is half typed and end the check-in."""
        self.flush()
        self.presenter.on_left()

    def event(self, event: QEvent) -> bool:
        """Notice that the window is looked at again."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.presenter.on_woken()
        return super().event(event)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.chain.flush()
        self.form.note.flush()
        self.form.tags.flush()

    def render_state(self, state: TodayState) -> None:
        """Show a state; rows whose question and answer are the same are left alone."""
        before, self.state = self.state, state
        stops_moved = self.header.render_state(state)
        self.footer.render_state(state)
        self.ended_view.render_state(state)
        if self.form.render_state(state) or stops_moved:
            self.chain.lead(self.form.rows)
            self._order_tabs()
        self._render_note(state)
        if self.form.tags.render_tags(state.tags, state.known_tags):
            self._order_tabs()
        self._middle.setCurrentWidget(self.ended_view if state.ended else self.form)
        self.footer.setVisible(not state.ended)
        if state.ended and not before.ended:
            self.ended_view.another.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.enough and not before.enough:
            self._context.announce(self, state.enough)
        self.rendered.emit()

    def begin(self) -> None:
        """Bring the keyboard to the first open question."""
        self.form.scroll_to_top()
        self.chain.focus_first_open()

    def _render_note(self, state: TodayState) -> None:
        """Never replace what is being typed: only a note that came from elsewhere is shown."""
        note = (state.note, state.note_shared)
        if note != self._note_shown:
            self._note_shown = note
            self.form.note.render_note(state.note, shared=state.note_shared)

    def _on_note(self, text: str, shared: bool) -> None:
        self._note_shown = (text, shared)
        self.presenter.on_note(text, shared=shared)

    def _on_tags(self, tags: tuple[str, ...]) -> None:
        self._order_tabs()
        self.presenter.on_tags(tags)

    def _order_tabs(self) -> None:
        stops = [*self.header.buttons, *self.form.tab_stops, *self.footer.buttons]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _build(self) -> None:
        self._middle.addWidget(QWidget())  # quiet paper until the questions are there
        self._middle.addWidget(self.form)
        self._middle.addWidget(self.ended_view)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._middle, 1)
        box.addWidget(self.footer)
        self.footer.hide()

    def _connect(self) -> None:
        presenter = self.presenter
        self.header.day_wanted.connect(self._flushed(presenter.on_day))
        self.header.short_wanted.connect(self._flushed(lambda short: presenter.on_short(short=short)))
        self.header.profile_wanted.connect(self._flushed(presenter.on_profile))
        self.form.answered.connect(presenter.on_answered)
        self.form.body_opened.connect(presenter.on_body_opened)
        self._connect_beside()
        self.form.note.written.connect(self._on_note)
        self.form.tags.changed.connect(self._on_tags)
        self.form.tags.known_wanted.connect(presenter.on_tags_wanted)
        self.form.goals_wanted.connect(partial(self._context.go, "goals", back_to="today"))
        self.form.plan_wanted.connect(partial(self._context.go, "calm", part="plan"))
        self.footer.ask_wanted.connect(partial(self._context.go, "appointments", kind="question", back_to="today"))
        self.footer.done.connect(self._flushed(presenter.on_done))
        self.footer.another_wanted.connect(self._flushed(presenter.on_another))
        self.ended_view.another_wanted.connect(presenter.on_another)
        self.ended_view.open_wanted.connect(presenter.on_opened_again)
        self.chain.ended.connect(self._on_last_row)
        self._context.session.listen(presenter.on_changed)

    def _connect_beside(self) -> None:
        presenter, beside, doses = self.presenter, self.presenter.beside, self.form.doses
        self.header.offers.accepted.connect(self._flushed(self._on_accepted))
        self.header.offers.refused.connect(self._flushed(presenter.on_refused))
        self.form.still_skipped.connect(self._flushed(presenter.on_still_skipped))
        doses.answered.connect(beside.on_dose)
        doses.taken_now.connect(beside.on_taken_now)
        doses.time_given.connect(beside.on_intake_time)
        doses.removed.connect(beside.on_intake_removed)

    def _on_accepted(self, kind: OfferKind) -> None:
        if kind is OfferKind.APPOINTMENT:
            self._context.go("appointments", back_to="today")
        else:
            self.presenter.on_accepted(kind)

    def _flushed(self, do: Any) -> Any:
        def first_flush(*given: Any) -> None:
            self.flush()
            do(*given)

        return first_flush

    def _on_last_row(self) -> None:
        """After the last question the keyboard is at Done, never in the note."""
        self.footer.done_button.setFocus(Qt.FocusReason.TabFocusReason)


def _parts(context: PageContext) -> CheckInParts:
    return CheckInParts(
        journal=lambda: context.session.opened,
        runner=context.runner,
        clock=context.clock,
        words=context.words,
        failed=context.failed,
        save_failed=saying_so(context.say, context.failed),
    )

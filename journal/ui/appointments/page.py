"""The page for appointments. It holds no rules, only the last state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal.model.appointments import QuestionKind
from journal.texts.translation import _
from journal.ui.appointments.collected_card import CollectedCard
from journal.ui.appointments.presenter import AppointmentsParts, AppointmentsPresenter
from journal.ui.appointments.state import AppointmentsState
from journal.ui.context import PageContext
from journal.ui.shell import page_names
from journal.ui.treatment.card_view import CardView
from journal.ui.treatment.parts import CardState
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, PageTitle
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 860


class AppointmentsPage(ScrollPage):
    """Four cards and one that is there only where something was brought up."""

    rendered = Signal()
    """A state was shown; for whoever waits for it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._context = context
        self._wanted: QuestionKind | None = None
        self._back_to = "report"
        self.back = BackButton(_("Report"))
        self.collected = {kind: CollectedCard(kind) for kind in (QuestionKind.QUESTION, QuestionKind.CHANGE)}
        self.presenter = AppointmentsPresenter(self, _parts(context, self))
        self.cards = {key: self._card(key) for key in ("appointments", "brought_up", "clinicians")}
        self._build()
        self._connect()

    def entered(self, appointment_id: str = "", kind: str = "", back_to: str = "report", **where: Any) -> None:  # noqa: ARG002
        """Show the page: on an appointment, or with the keyboard in the field for a line of a kind."""
        self._back_to = back_to if back_to in dict(page_names()) else "report"
        place = dict(page_names())[self._back_to]
        self.back.lead_to(place)
        self._wanted = QuestionKind(kind) if kind in tuple(QuestionKind) else None
        self.presenter.on_entered(appointment_id)

    def left(self) -> None:
        """What is half typed is kept."""
        for card in self.collected.values():
            card.flush()
        form = next((card.form for card in self.cards.values() if card.form is not None), None)
        lines = {kind: card.field.text() for kind, card in self.collected.items()}
        self.presenter.on_left(form.half_filled if form is not None else None, lines)

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown."""
        self.presenter.on_entered()

    def take_up(self, typed: Mapping[QuestionKind, str]) -> None:
        """Show again what was half typed."""
        for kind, text in typed.items():
            if not self.collected[kind].field.text():
                self.collected[kind].field.setText(text)

    def render_state(self, state: AppointmentsState) -> None:
        """Show a state."""
        self.cards["appointments"].show_card(state.appointments)
        self.cards["clinicians"].show_card(state.clinicians)
        for collected in state.collected:
            self.collected[collected.kind].render_state(collected)
        if state.brought_up is not None:
            self.cards["brought_up"].show_card(state.brought_up)
        self.cards["brought_up"].setVisible(state.brought_up is not None)
        put_in_order(self)
        if self._wanted is not None:
            self.collected[self._wanted].field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._wanted = None
        self.rendered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _on_back(self) -> None:
        self._context.go(self._back_to)

    def _card(self, key: str) -> CardView:
        card = CardView(CardState(key), self.presenter.on_press)
        card.form_sent.connect(self.presenter.on_form)
        card.form_left.connect(self.presenter.on_form_left)
        return card

    def _build(self) -> None:
        words = Body(_("Write things down as they come up. Nothing of this is in a report unless you tick it there."))
        for widget in (
            FlowRow(self.back),
            PageTitle(_("Appointments")),
            words,
            self.cards["appointments"],
            *self.collected.values(),
            self.cards["brought_up"],
            self.cards["clinicians"],
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        for card in self.collected.values():
            card.added.connect(self.presenter.on_line_added)
            card.reworded.connect(self.presenter.on_reworded)
            card.moved.connect(self.presenter.on_moved)
            card.brought_up.connect(self.presenter.on_brought_up)
            card.deleted.connect(self.presenter.on_line_deleted)
        self._context.session.listen(self.presenter.on_changed)


def _parts(context: PageContext, page: AppointmentsPage) -> AppointmentsParts:
    return AppointmentsParts(
        lambda: context.session.opened,
        context.runner,
        context.say,
        lambda words: context.announce(page, words),
        context.failed,
    )

"""The page for own goals. It holds no rules, only the last state."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.goals.presenter import GoalsParts, GoalsPresenter
from journal.ui.goals.state import GoalsState
from journal.ui.treatment.card_view import CardView
from journal.ui.treatment.parts import CardState
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, PageTitle
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 860
WAYS_BACK = ("trends", "today", "shape", "history", "settings")


class GoalsPage(ScrollPage):
    """A card of the goals that go on, and one of those that ended where there are any."""

    rendered = Signal()
    """A state was shown; for whoever waits for it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._context = context
        self._back_to, self._entry_id = WAYS_BACK[0], ""
        self.back = BackButton()
        self.presenter = GoalsPresenter(self, _parts(context, self))
        self.going_on, self.ended = self._card("goals"), self._card("ended")
        self._build()
        self.back.clicked.connect(self._on_back)
        context.session.listen(self.presenter.on_changed)

    def entered(self, back_to: str = "", entry_id: str = "", **where: Any) -> None:  # noqa: ARG002
        """Show the goals; `back_to` is the page from which they were reached, `entry_id` the entry open on History."""
        self._back_to = back_to if back_to in WAYS_BACK else WAYS_BACK[0]
        # The guide leads back to here without a word of the entry.
        self._entry_id = (entry_id or self._entry_id) if self._back_to == "history" else ""
        self.back.lead_to(_place_words()[self._back_to])
        self.presenter.on_entered()

    def left(self) -> None:
        """What is half typed is kept."""
        form = next((card.form for card in (self.going_on, self.ended) if card.form is not None), None)
        self.presenter.on_left(form.half_filled if form is not None else None)

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown."""
        self.presenter.on_entered()

    def render_state(self, state: GoalsState) -> None:
        """Show a state."""
        self.going_on.show_card(state.going_on)
        if state.ended is not None:
            self.ended.show_card(state.ended)
        self.ended.setVisible(state.ended is not None)
        put_in_order(self)
        self.rendered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _on_back(self) -> None:
        where = {"entry_id": self._entry_id} if self._entry_id else {}
        self._context.go(self._back_to, **where)

    def _card(self, key: str) -> CardView:
        card = CardView(CardState(key), self.presenter.on_press)
        card.form_sent.connect(self.presenter.on_form)
        card.form_left.connect(self.presenter.on_form_left)
        return card

    def _build(self) -> None:
        words = Body(
            _(
                "What you want to get closer to, in your words and on your scale. A goal is asked on Today and drawn "
                "on Trends. It is in a report only where you tick it there."
            )
        )
        for widget in (FlowRow(self.back), PageTitle(_("My goals")), words, self.going_on, self.ended):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.ended.hide()


def _place_words() -> dict[str, str]:
    """The names of the pages in `WAYS_BACK`."""
    words = (_("Trends"), _("Today"), _("What is asked"), _("History"), _("Settings"))
    return dict(zip(WAYS_BACK, words, strict=True))


def _parts(context: PageContext, page: GoalsPage) -> GoalsParts:
    return GoalsParts(
        lambda: context.session.opened,
        context.runner,
        context.words,
        context.say,
        lambda words: context.announce(page, words),
        context.failed,
    )

"""The page on which the plan and the contacts are written. It holds no rules, only the last state."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from journal.host.region import system_region
from journal.texts.translation import _
from journal.ui.calm.place import Part
from journal.ui.context import PageContext
from journal.ui.plan.presenter import PlanParts, PlanPresenter
from journal.ui.plan.state import PlanState, tab_words
from journal.ui.plan.wishes import Tab
from journal.ui.treatment.card_view import CardView
from journal.ui.treatment.parts import Value
from journal.ui.trends.lists import LabelledList
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.buttons import LARGE_PX, ChoiceButton, show_chosen
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, PageTitle
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 860


class PlanPage(ScrollPage):
    """Two halves, each a column of cards."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._context = context
        self.state = PlanState()
        self.cards: dict[str, CardView] = {}
        self._back_to = "calm"
        self.back = BackButton()
        self.tabs = {tab: ChoiceButton(words, large=True) for tab, words in tab_words().items()}
        self.caption = Body()
        self.country = LabelledList(_("Numbers for"))
        self.country.box.setMinimumHeight(LARGE_PX)
        self.presenter = PlanPresenter(self, _parts(context))
        self._build()
        self.back.clicked.connect(self._on_back)
        for tab, button in self.tabs.items():
            button.clicked.connect(lambda _checked=False, tab=tab: self.presenter.on_tab(tab, self._half_filled()))
        self.country.chosen.connect(self.presenter.on_country)
        context.session.listen(self.presenter.on_changed)

    @property
    def part(self) -> Part:
        """The view of a calm moment that shows the same."""
        return Part.PLAN if self.state.tab is Tab.PLAN else Part.TALK

    def entered(self, part: str = "", back_to: str = "calm", **where: Any) -> None:  # noqa: ARG002
        """Show the half that was asked for, else what was shown last; `back_to` is the page it was reached from."""
        self._back_to = back_to
        if back_to == "settings":
            self.back.lead_to(_("Settings"), _("Back to Settings"))
        else:
            self.back.lead_to(_("A calm moment"))
        self.presenter.on_entered(Tab(part) if part in tuple(Tab) else None)

    def left(self) -> None:
        """A form that is half filled in is kept."""
        self.presenter.on_left(self._half_filled())

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown."""
        self.presenter.on_entered(None)

    def render_state(self, state: PlanState) -> None:
        """Show a state; cards that stay are kept, so the keyboard keeps its place."""
        self.state = state
        show_chosen(self.tabs, state.tab)
        self.caption.setText(state.caption)
        self.country.setVisible(bool(state.countries))
        self.country.show_options(state.countries, state.country)
        wanted = {card.key for card in state.cards}
        for key in [key for key in self.cards if key not in wanted]:
            gone = self.cards.pop(key)
            self.column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, card in enumerate(state.cards):
            if card.key in self.cards:
                self.cards[card.key].show_card(card)
                continue
            view = self.cards[card.key] = CardView(card, self.presenter.on_press)
            view.form_sent.connect(self.presenter.on_form)
            view.form_left.connect(self.presenter.on_form_left)
            self.column.insertWidget(place + self._over, view)
            view.show()
        put_in_order(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _half_filled(self) -> dict[str, Value] | None:
        form = next((card.form for card in self.cards.values() if card.form is not None), None)
        return form.half_filled if form is not None else None

    def _on_back(self) -> None:
        where = {"part": str(self.part)} if self._back_to == "calm" else {}
        self._context.go(self._back_to, **where)

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button in self.tabs.values():
            group.addButton(button)
        self.column.addWidget(FlowRow(self.back))
        self.column.addWidget(PageTitle(_("My plan and my contacts")))
        self.column.addWidget(FlowRow(*self.tabs.values()))
        self.column.addWidget(self.caption)
        self.column.addWidget(FlowRow(self.country))
        self._over = self.column.count()
        self.column.addStretch(1)


def _parts(context: PageContext) -> PlanParts:
    return PlanParts(
        lambda: context.session.opened,
        context.runner,
        context.say,
        context.failed,
        lambda: system_region(context.clock.zone()).country,
        lambda: not context.settings.settings.others_use,
    )

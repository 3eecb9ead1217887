"""The Treatment page. It holds no rules, only the last state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from journal.app.runner import Runner
from journal.report.request import Paper
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.treatment.card_view import CardView
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.loaded import Tab
from journal.ui.treatment.parts import CardState, Value
from journal.ui.treatment.presenter import TreatmentParts, TreatmentPresenter
from journal.ui.treatment.state import TreatmentState, tab_words
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.buttons import ChoiceButton, show_chosen
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import PageTitle, Subtitle
from journal.ui.widgets.scroll_page import MARGIN, ScrollPage
from journal.ui.widgets.tab_order import put_in_order

if TYPE_CHECKING:
    from journal.ui.treatment.list_view import MedicineListView

WIDEST = 860
FORM_ROOM = 24


class TreatmentPage(QWidget):
    """The tabs over a column of cards; an opened course or medicine takes the place of the tabs."""

    def __init__(self, context: PageContext, setter: Runner, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self.state = TreatmentState()
        self.presenter = TreatmentPresenter(self, _parts(context))
        self.tabs = {tab: ChoiceButton(words) for tab, words in tab_words().items()}
        self.back, self.title = BackButton(), Subtitle()
        self.body = ScrollPage(WIDEST)
        self.cards: dict[str, CardView] = {}
        self.listing: MedicineListView | None = None
        self._setter, self._paper = setter, paper
        self._shown: tuple[Tab, str] | None = None
        self._form: Deed | None = None
        self._build()
        self._connect()

    def entered(self, tab: str = "", course_id: str = "", medicine_id: str = "", **where: Any) -> None:  # noqa: ARG002
        """Show a view, a course or a medicine that was asked for, else what was shown last."""
        self.presenter.on_entered(tab=Tab(tab) if tab else None, course_id=course_id, medicine_id=medicine_id)

    def left(self) -> None:
        """A form that is half filled in stays open, and is kept should the journal close."""
        self.presenter.on_left(self._half_filled())

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown."""
        self.presenter.on_entered()

    def render_state(self, state: TreatmentState) -> None:
        """Show a state."""
        self.state = state
        elsewhere = (state.tab, state.title) != self._shown
        show_chosen(self.tabs, state.tab)
        self._tabs.setVisible(state.back is None)
        self._opened.setVisible(state.back is not None)
        if state.back is not None:
            self.back.lead_to(state.back.words, _("Back to {page}").format(page=state.back.words))
            self.title.setText(state.title)
        self._show_cards(state.cards)
        self._show_listing(state)
        put_in_order(self._head, self.body)
        if elsewhere:
            self._arrive(state)
        self._reveal_form(state)

    def announce(self, words: str) -> None:
        """Tell a screen reader."""
        self._context.announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape and self.state.back is not None:
            self.presenter.on_back()
        else:
            super().keyPressEvent(event)

    def _half_filled(self) -> dict[str, Value] | None:
        form = next((card.form for card in self.cards.values() if card.form is not None), None)
        return form.half_filled if form is not None else None

    def _show_cards(self, cards: tuple[CardState, ...]) -> None:
        column = self.body.column
        for key in [key for key in self.cards if key not in {card.key for card in cards}]:
            gone = self.cards.pop(key)
            column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, card in enumerate(cards):
            if card.key not in self.cards:
                self.cards[card.key] = self._made(card)
            else:
                self.cards[card.key].show_card(card)
            column.insertWidget(place, self.cards[card.key])
            self.cards[card.key].show()  # at once: the keyboard may have to go there
        self.cards = {card.key: self.cards[card.key] for card in cards}

    def _show_listing(self, state: TreatmentState) -> None:
        """Made when first wanted: it brings the report's dialogs along."""
        if state.listing and self.listing is None:
            from journal.ui.treatment.list_view import MedicineListView

            self.listing = MedicineListView(self._context, self._setter, self._paper)
        if self.listing is None:
            return
        if state.listing and self.listing.isHidden():
            self.listing.begin(state.today)
        self.body.column.insertWidget(len(state.cards), self.listing)
        self.listing.setVisible(state.listing)

    def _made(self, card: CardState) -> CardView:
        view = CardView(card, self.presenter.on_press)
        view.form_sent.connect(self.presenter.on_form)
        view.form_left.connect(self.presenter.on_form_left)
        return view

    def _arrive(self, state: TreatmentState) -> None:
        """Another view: it begins at its top, with the keyboard where it can go on."""
        first = self._shown is None
        self._shown = (state.tab, state.title)
        self.body.verticalScrollBar().setValue(0)
        if first:
            return
        if state.back is not None:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs[state.tab].setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal_form(self, state: TreatmentState) -> None:
        """Bring a form that was just opened into view once it is laid out, its beginning before its end."""
        opened = next((card.form.deed for card in state.cards if card.form is not None), None)
        if opened is not None and opened != self._form:
            QTimer.singleShot(0, self, self._scroll_to_form)
        self._form = opened

    def _scroll_to_form(self) -> None:
        form = next((card.form for card in self.cards.values() if card.form is not None), None)
        holder = self.body.widget()
        if form is None or holder is None:
            return
        # The form stands in its place only once what was asked of the layouts is done.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        bar, high = self.body.verticalScrollBar(), self.body.viewport().height()
        top = form.mapTo(holder, QPoint(0, 0)).y() - FORM_ROOM
        end = top + form.height() + 2 * FORM_ROOM
        if end > bar.value() + high or top < bar.value():
            bar.setValue(min(top, max(0, end - high)) if end > bar.value() + high else top)

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button in self.tabs.values():
            group.addButton(button)
        self._tabs = FlowRow(*self.tabs.values())
        self._opened = FlowRow(self.back, self.title, spacing=16)
        self._opened.hide()
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(MARGIN, 24, MARGIN, 8)
        head.setSpacing(12)
        head.addWidget(PageTitle(_("Treatment"), wrap=False))
        head.addWidget(self._tabs)
        head.addWidget(self._opened)
        self.body.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self.body, 1)

    def _connect(self) -> None:
        for tab, button in self.tabs.items():
            button.clicked.connect(lambda _checked=False, tab=tab: self.presenter.on_tab(tab, self._half_filled()))
        self.back.clicked.connect(self.presenter.on_back)
        self._context.session.listen(self.presenter.on_changed)


def _parts(context: PageContext) -> TreatmentParts:
    return TreatmentParts(
        lambda: context.session.opened, context.runner, context.words, context.say, context.failed, context.go
    )

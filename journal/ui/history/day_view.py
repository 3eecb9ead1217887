"""The page of a day. It holds no rules, only the last state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.history.calendar_words import said_one_by_one
from journal.ui.history.day_state import DayState
from journal.ui.treatment.card_view import CardView
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import CardState, Value
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.buttons import LARGE_PX, QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle
from journal.ui.widgets.scroll_page import MARGIN, ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 860
OVER_CARDS = 2
"""The title and the line under it scroll with the cards: at large text they are high."""


class DayPageView(QWidget):
    """The day's name and the ways on over a column of cards. Signals are wishes."""

    closed = Signal()
    day_wanted = Signal(object)
    form_sent = Signal(object)
    form_left = Signal()
    turned = Signal(str)
    """Another day is shown; what it is and holds, for whoever does not see it."""

    def __init__(self, act: Callable[[Deed], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._act = act
        self.state = DayState()
        self.title, self.told = PageTitle(), Caption()
        self.back = BackButton(_("History"), _("Back to History"))
        self.earlier, self.later = QuietButton(_("Previous day")), QuietButton(_("Next day"))
        self.undo, self.redo = QuietButton(_("Undo")), QuietButton(_("Redo"))
        self.body = ScrollPage(WIDEST)
        self.cards: dict[str, CardView] = {}
        self._build()
        self._connect()

    def render_day(self, state: DayState) -> None:
        """Show a state."""
        elsewhere = state.title != self.state.title
        self.state = state
        self.title.setText(state.title)
        self.told.setText(state.told)
        self.told.setVisible(bool(state.told))
        self.earlier.setEnabled(state.earlier is not None)
        self.later.setEnabled(state.later is not None)
        self._show_cards(state.cards)
        put_in_order(self._head, self.body)
        if elsewhere:
            self.body.verticalScrollBar().setValue(0)
            self.turned.emit(said_one_by_one(words for words in (state.title, state.told) if words))

    @property
    def half_filled(self) -> dict[str, Value] | None:
        """What stands in the open form, if anything was changed since it was opened."""
        form = next((card.form for card in self.cards.values() if card.form is not None), None)
        return form.half_filled if form is not None else None

    def begin(self) -> None:
        """Bring the keyboard to the beginning."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form, else the day; Page Up and Page Down go to the days beside."""
        wanted = {Qt.Key.Key_PageUp: self.state.earlier, Qt.Key.Key_PageDown: self.state.later}
        form = next((card.form for card in self.cards.values() if card.form is not None), None)
        if event.key() == Qt.Key.Key_Escape and form is not None:
            self.form_left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in wanted and form is None:
            self._go(wanted[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _go(self, day: date | None) -> None:
        if day is not None:
            self.day_wanted.emit(day)

    def _show_cards(self, cards: tuple[CardState, ...]) -> None:
        column = self.body.column
        for key in [key for key in self.cards if key not in {card.key for card in cards}]:
            gone = self.cards.pop(key)
            had = gone.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
            column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
            if had:
                self.begin()
        for place, card in enumerate(cards):
            if card.key not in self.cards:
                self.cards[card.key] = self._made(card)
            else:
                self.cards[card.key].show_card(card)
            column.insertWidget(OVER_CARDS + place, self.cards[card.key])
            self.cards[card.key].show()  # at once: the keyboard may have to go there

    def _made(self, card: CardState) -> CardView:
        view = CardView(card, self._act)
        view.form_sent.connect(self.form_sent)
        view.form_left.connect(self.form_left)
        return view

    def _build(self) -> None:
        for button in (self.back, self.earlier, self.later, self.undo, self.redo):
            button.setMinimumHeight(LARGE_PX)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(MARGIN, 24, MARGIN, 4)
        head.setSpacing(8)
        head.addWidget(FlowRow(self.back, self.earlier, self.later, self.undo, self.redo))
        for widget in (self.title, self.told):
            self.body.column.addWidget(widget)
        self.body.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.earlier.clicked.connect(lambda: self._go(self.state.earlier))
        self.later.clicked.connect(lambda: self._go(self.state.later))

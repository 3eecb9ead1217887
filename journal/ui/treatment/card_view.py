"""A card made from plain data: words, rows, buttons, and at most one form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.form_view import FormView
from journal.ui.treatment.parts import CardState, Form
from journal.ui.treatment.row_view import Presses, RowView, has_keyboard
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.labels import Body, Caption


class CardView(Card):
    """Shows a `CardState`. Rows that stay are kept, so that a change elsewhere moves nothing."""

    form_sent = Signal(object)
    form_left = Signal()

    def __init__(self, card: CardState, act: Callable[[Deed], None], parent: QWidget | None = None) -> None:
        super().__init__(card.title, parent)
        self._act = act
        self._rows: dict[str, RowView] = {}
        self._dividers: list[Divider] = []
        self.words: list[Body] = []
        self.form: FormView | None = None
        self._words, self._list = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(2)
        self.presses, self.foot = Presses(act, links=True), Caption()
        self.body.addLayout(self._words)
        self.body.addLayout(self._list)
        self.body.addWidget(self.presses)
        self.body.addWidget(self.foot)
        self.show_card(card)

    @property
    def rows(self) -> dict[str, RowView]:
        """The rows by key."""
        return self._rows

    def show_card(self, card: CardState) -> None:
        """Show the card as it is now."""
        self.set_title(card.title)
        self._show_words(card)
        lost = self._show_rows(card)
        self.presses.show_presses(card.presses)
        self.presses.setVisible(bool(card.presses) and not (card.form and not card.form.under))
        self.foot.setText(card.foot)
        self.foot.setVisible(bool(card.foot))
        self._show_form(card.form)
        if lost is not None:
            self._focus_near(lost)

    def _show_words(self, card: CardState) -> None:
        while len(self.words) < len(card.words):
            self.words.append(Body())
            self._words.addWidget(self.words[-1])
        for place, label in enumerate(self.words):
            label.setText(card.words[place] if place < len(card.words) else "")
            label.setVisible(place < len(card.words))

    def _show_rows(self, card: CardState) -> int | None:
        """Show the rows; the place of the row that had the keyboard and is gone, or None."""
        before = list(self._rows)
        had = next((place for place, key in enumerate(before) if has_keyboard(self._rows[key])), None)
        gone = [key for key in before if key not in {row.key for row in card.rows}]
        lost = had if had is not None and before[had] in gone else None
        for key in gone:
            self._throw_away(self._rows.pop(key))
        self._take_dividers_away()
        for place, row in enumerate(card.rows):
            self._show_row(row.key, place, card)
        self._rows = {row.key: self._rows[row.key] for row in card.rows}
        return lost

    def _show_row(self, key: str, place: int, card: CardState) -> None:
        row = card.rows[place]
        if key in self._rows:
            self._rows[key].show_row(row)
        else:
            self._rows[key] = RowView(row, self._act)
        if place:
            self._dividers.append(Divider())
            self._list.addWidget(self._dividers[-1])
        self._list.addWidget(self._rows[key])
        if self.isVisible():
            self._rows[key].show()  # at once: the keyboard may have to go there

    def _show_form(self, form: Form | None) -> None:
        if self.form is not None and (form is None or form.deed != self.form.form.deed):
            self._close_form()
        if form is None:
            return
        if self.form is None:
            self._open_form(form)
        else:
            self._list.addWidget(self.form) if not form.under else self._put_under(form.under)
            self.form.show_problems(form.problems)

    def _open_form(self, form: Form) -> None:
        self.form = FormView(form)
        self.form.sent.connect(self.form_sent)
        self.form.left.connect(self.form_left)
        if form.under:
            self._put_under(form.under)
        else:
            self._list.addWidget(self.form)
        self.form.show()
        self.form.begin()

    def _put_under(self, key: str) -> None:
        if self.form is not None and key in self._rows:
            self._list.removeWidget(self.form)  # first: it may stand before its row, and places count without it
            self._list.insertWidget(self._list.indexOf(self._rows[key]) + 1, self.form)

    def _close_form(self) -> None:
        """Close it; the keyboard goes back to the button that opened it."""
        form, self.form = self.form, None
        if form is None:
            return
        had = has_keyboard(form)
        self._throw_away(form)
        opener = self._button_of(form.form.deed)
        if had and opener is not None:
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button_of(self, deed: Deed) -> QWidget | None:
        holders = (self.presses, *(row.presses for row in self._rows.values()))
        return next((holder.buttons[deed] for holder in holders if deed in holder.buttons), None)

    def _focus_near(self, place: int) -> None:
        """Bring the keyboard to the row that took the place of one that is gone, else to the card's buttons."""
        rows = list(self._rows.values())
        near = rows[min(place, len(rows) - 1)] if rows else None
        if near is None or not near.take_focus():
            for button in self.presses.buttons.values():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _take_dividers_away(self) -> None:
        for divider in self._dividers:
            self._throw_away(divider)
        self._dividers = []

    def _throw_away(self, widget: QWidget) -> None:
        self._list.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

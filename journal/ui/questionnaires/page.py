"""The Questionnaires page. It holds no rules, only the last state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.questionnaires.presenter import QuestionnairesParts, QuestionnairesPresenter
from journal.ui.questionnaires.state import QuestionnairesState
from journal.ui.treatment.card_view import CardView
from journal.ui.widgets.labels import Caption, PageTitle
from journal.ui.widgets.open_dialog import ask_for_file
from journal.ui.widgets.save_dialog import ask_where_to_save
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order, stops_in

WIDEST = 860


class QuestionnairesPage(QWidget):
    """A column of cards; what the person does goes to the presenter."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self.state = QuestionnairesState()
        self.dialog: QFileDialog | None = None
        self.title, self.caption = PageTitle(_("Questionnaires"), wrap=False), Caption()
        self.body = ScrollPage(WIDEST)
        self.cards: dict[str, CardView] = {}
        self.presenter = QuestionnairesPresenter(self, _parts(context))
        self._build()
        context.session.listen(self.presenter.on_changed)

    def entered(self, total: str = "", **where: Any) -> None:  # noqa: ARG002
        """Show what there is to fill in, and what was; a `total` that was typed in is opened to be changed."""
        self.presenter.on_entered(total)

    def left(self) -> None:
        """A form that is half filled in is kept."""
        form = next((card.form for card in self.cards.values() if card.form is not None), None)
        self.presenter.on_left(form.half_filled if form is not None else None)

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown."""
        self.presenter.on_entered()

    def render_state(self, state: QuestionnairesState) -> None:
        """Show a state; cards that stay are kept, so the keyboard keeps its place."""
        self.state = state
        self.caption.setText(state.caption)
        for place, card in enumerate(state.cards):
            if card.key in self.cards:
                self.cards[card.key].show_card(card)
                continue
            view = self.cards[card.key] = CardView(card, self.presenter.on_press)
            view.form_sent.connect(self.presenter.on_form)
            view.form_left.connect(self.presenter.on_form_left)
            self.body.column.insertWidget(place + self._over, view)
            view.show()
        put_in_order(self.body)
        self._take_keyboard()

    def announce(self, words: str) -> None:
        """Tell a screen reader."""
        self._context.announce(self, words)

    def ask_for_file(self) -> None:
        """Let the person choose a questionnaire's file."""
        kinds = ";;".join((_("Questionnaires") + " (*.json)", _("All files") + " (*)"))
        self.dialog = ask_for_file(self, _("Open a questionnaire file"), Path.home(), kinds, self.presenter.on_file)
        self.dialog.finished.connect(self._on_dialog_finished)

    def ask_where(self, name: str, then: Callable[[Path], None]) -> None:
        """Offer a neutral name; nothing is written before the person chose."""
        self.dialog = ask_where_to_save(self, _("Save the answers"), name, then)
        self.dialog.finished.connect(self._on_dialog_finished)

    def _take_keyboard(self) -> None:
        """The page is shown before there is a button on it: then it holds the keyboard itself, and hands it on."""
        here = self.window().focusWidget()
        first = next(stops_in(self.body), None)
        if self.isVisible() and first is not None and (here is None or here is self or here.isAncestorOf(self)):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _build(self) -> None:
        self.body.column.addWidget(self.title)
        self.body.column.addWidget(self.caption)
        self._over = self.body.column.count()
        self.body.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)


def _parts(context: PageContext) -> QuestionnairesParts:
    return QuestionnairesParts(lambda: context.session.opened, context.runner, context.say, context.failed, context.go)

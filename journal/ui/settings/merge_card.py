"""Two computers: another copy of the journal is looked at, joined, and the joining undone, each in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.settings.merge_presenter import MergePresenter
from journal.ui.settings.merge_state import MergeState, Step
from journal.ui.settings.rows import button
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.open_dialog import ask_for_backup, ask_for_folder

Announce = Callable[[QWidget, str], None]


class MergeCard(Card):
    """Shows a `MergeState`."""

    chosen = Signal(Path)
    secret_given = Signal(str)
    join_wanted = Signal()
    undo_wanted = Signal()
    cancelled = Signal()

    def __init__(self, folder: Path, announce: Announce) -> None:
        super().__init__(_("Two computers"))
        self._folder, self._announce = folder, announce
        self._state = MergeState()
        self.found, self.problem = Body(), Caption()
        self.choose_folder = button(_("Choose the folder of the other copy…"), self._on_folder)
        self.choose_backup = button(_("Choose a backup of it…"), self._on_backup)
        self.join = button(_("Join them"), self.join_wanted.emit, primary=True)
        self.cancel = button(_("Leave it"), self.cancelled.emit)
        self.undo = button(_("Undo joining"), self.undo_wanted.emit)
        self.secret = PassphraseField(_("Passphrase or recovery code of the other copy"))
        self.try_secret = button(_("Open it"), self._on_secret, primary=True)
        self._asking = QWidget()
        self._lay_out()
        self.render_state(self._state)

    def render_state(self, state: MergeState) -> None:
        """Show the state, and take the keyboard to what comes next."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        moved, self._state = state.step is not self._state.step, state
        self.found.setText("\n".join(state.lines))
        self.problem.setText(state.problem)
        shown = self._shown(state)
        for widget in (each for each, there in shown if there):
            widget.show()
        if moved and had_focus:
            self._next(state).setFocus()  # before the rest is hidden, or the keyboard goes out of the card
        for widget in (each for each, there in shown if not there):
            widget.hide()
        if not state.asks_secret:
            self.secret.clear()
        if state.lines:
            self._announce(self.found, " ".join(filter(None, (*state.lines, state.problem))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the other copy alone."""
        if event.key() == Qt.Key.Key_Escape and self._state.can_cancel:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _shown(self, state: MergeState) -> tuple[tuple[QWidget, bool], ...]:
        return (
            (self.found, bool(state.lines)),
            (self.problem, bool(state.problem)),
            (self._asking, state.asks_secret),
            (self.choose_folder, state.can_choose),
            (self.choose_backup, state.can_choose),
            (self.join, state.can_join),
            (self.try_secret, state.asks_secret),
            (self.cancel, state.can_cancel),
            (self.undo, state.step is Step.JOINED),
        )

    def _next(self, state: MergeState) -> QWidget:
        by_step: dict[Step, QWidget] = {
            Step.START: self.choose_folder,
            Step.LOCKED: self.secret,
            Step.FOUND: self.join,
            Step.JOINED: self.undo,
        }
        return by_step.get(state.step, self.found)

    def _lay_out(self) -> None:
        words = _(
            "For a journal that you keep on two computers. Take a copy or a backup of the other one with you, "
            "on a stick or in a synced folder. Then join it here. Of each entry the one written last stays."
        )
        self.body.addWidget(Caption(words))
        self.found.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # holds the keyboard while work goes on
        self.body.addWidget(self.found)
        label = Body(_("Passphrase or recovery code of the other copy"))
        label.setBuddy(self.secret)
        self.secret.edit.returnPressed.connect(self._on_secret)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self.secret)
        self.body.addWidget(self._asking)
        self.body.addWidget(self.problem)
        self.body.addWidget(
            FlowRow(self.join, self.try_secret, self.cancel, self.choose_folder, self.choose_backup, self.undo)
        )

    def _on_secret(self) -> None:
        self.secret_given.emit(self.secret.text())

    def _on_folder(self) -> None:
        ask_for_folder(self, self.choose_folder.text(), self._folder.parent, self.chosen.emit)

    def _on_backup(self) -> None:
        ask_for_backup(self, self.choose_backup.text(), self._folder.parent, self.chosen.emit)


def merge_card(context: PageContext, folder: Path) -> tuple[MergeCard, MergePresenter]:
    """The card, joined to the journal in `folder`."""
    card = MergeCard(folder, context.announce)
    presenter = MergePresenter(card, context.runner, lambda: context.session.opened, context.failed)
    card.chosen.connect(presenter.on_chosen)
    card.secret_given.connect(presenter.on_secret)
    card.join_wanted.connect(presenter.on_join)
    card.undo_wanted.connect(presenter.on_undo)
    card.cancelled.connect(presenter.on_left)
    return card, presenter

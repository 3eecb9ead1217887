"""Backups: what there is, where, and what can be brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.context import Controls, PageContext
from journal.ui.settings.backup_list import BackupList
from journal.ui.settings.backup_look import BackupLook
from journal.ui.settings.backup_presenter import BackupsPresenter
from journal.ui.settings.backup_state import BackupsState, Look
from journal.ui.settings.rows import button
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.open_dialog import ask_for_backup, ask_for_folder

Announce = Callable[[QWidget, str], None]


class BackupCard(Card):
    """Shows a `BackupsState`."""

    make_wanted = Signal()
    place_chosen = Signal(object)
    file_chosen = Signal(Path)

    def __init__(self, folder: Path, announce: Announce) -> None:
        super().__init__(_("Backups"))
        self._folder, self._announce = folder, announce
        self._state = BackupsState()
        self.place, self.doing = Body(), Body()
        self.make = button(_("Make a backup now"), self.make_wanted.emit)
        self.choose = button(_("Choose a second place…"), self._on_choose)
        self.no_place = button(_("No second place"), lambda: self.place_chosen.emit(None))
        self.from_file = button(_("Look into a backup file…"), self._on_file)
        self.list, self.look = BackupList(), BackupLook(folder)
        self._lay_out()
        self.render_state(self._state)

    def render_state(self, state: BackupsState) -> None:
        """Show the state, and take the keyboard to what was asked for."""
        moved, self._state = state.look is not self._state.look, state
        self.place.setText(state.place)
        self.place.setVisible(bool(state.place))
        self.no_place.setVisible(state.has_place)
        for widget in (self.make, self.choose, self.no_place):
            widget.setEnabled(not state.read_only)
        self.list.show_rows(state.rows, state.more)
        self._show_look(state, moved=moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the backup that is looked into."""
        if event.key() == Qt.Key.Key_Escape and self._state.look in (Look.LOCKED, Look.FOUND):
            self.look.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _show_look(self, state: BackupsState, *, moved: bool) -> None:
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        shown = state.look in (Look.LOCKED, Look.FOUND)
        self.doing.setText(state.doing)
        self.doing.setVisible(bool(state.doing))
        if state.doing and moved:
            self._announce(self.doing, state.doing)
        self.look.render_state(state)
        self.look.setVisible(shown)
        if not (moved and had_keyboard):
            return
        if shown:
            self.look.first_control(state).setFocus()
            self._announce(self.look, self.look.lines.text() if state.inside else "")
        elif state.look is Look.WORKING:
            self.doing.setFocus()
        else:
            self.make.setFocus()

    def _lay_out(self) -> None:
        words = _(
            "Made by itself when the journal closes, once a day at most, if something changed: 7 days, 5 weeks and "
            "12 months are kept. Each opens with the passphrase it was made with."
        )
        self.doing.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # holds the keyboard while work goes on
        buttons = FlowRow(self.make, self.choose, self.no_place, self.from_file)
        for widget in (Caption(words), self.place, buttons, self.doing, self.look, self.list):
            self.body.addWidget(widget)

    def _on_choose(self) -> None:
        ask_for_folder(self, self.choose.text(), Path.home(), self.place_chosen.emit)

    def _on_file(self) -> None:
        ask_for_backup(self, self.from_file.text(), self._folder.parent, self.file_chosen.emit)


def backup_card(context: PageContext, controls: Controls) -> tuple[BackupCard, BackupsPresenter]:
    """The card, joined to the open journal."""
    from journal.app import history

    card = BackupCard(controls.folder, context.announce)

    def undo() -> None:
        job = context.runner.run
        job(lambda: history.undo(context.session.opened), lambda _step: context.say(_("Undone.")), context.failed)

    presenter = BackupsPresenter(
        card,
        context.runner,
        lambda: context.session.opened,
        context.say,
        context.failed,
        controls.restart_on,
        undo,
    )
    connect(card, presenter)
    return card, presenter


def connect(card: BackupCard, presenter: BackupsPresenter) -> None:
    """Let the presenter hear what is wanted on the card."""
    card.make_wanted.connect(presenter.on_make)
    card.place_chosen.connect(presenter.on_place)
    card.file_chosen.connect(presenter.on_look)
    card.list.verify_wanted.connect(presenter.on_verify)
    card.list.look_wanted.connect(presenter.on_look)
    card.list.all_wanted.connect(presenter.on_all)
    card.look.secret_given.connect(presenter.on_secret)
    card.look.restore_wanted.connect(presenter.on_restore)
    card.look.days_wanted.connect(presenter.on_pull)
    card.look.cancelled.connect(presenter.on_left)

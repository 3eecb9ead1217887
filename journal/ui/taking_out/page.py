"""The page for taking the journal out. It holds no rules, only the last state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.delivery import WindowDelivery
from journal.ui.taking_out.cards import DaysCard, KindCard, NotesCard, PartsCard
from journal.ui.taking_out.file_card import FileCard
from journal.ui.taking_out.presenter import TakingOutParts, TakingOutPresenter
from journal.ui.taking_out.state import Step, TakingOutState
from journal.ui.taking_out.written_card import WrittenCard
from journal.ui.widgets.back_button import back_to_settings
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import PageTitle
from journal.ui.widgets.save_dialog import ask_where_to_save
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 760


class TakingOutPage(ScrollPage):
    """Renders a `TakingOutState`; what the person does goes to the presenter."""

    rendered = Signal()
    """A state was shown; for whoever waits for it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._context = context
        self._dialog: QFileDialog | None = None
        self._delivery = WindowDelivery(self)
        self.state = TakingOutState()
        self.title = PageTitle(_("Take your journal out"))
        self.back = back_to_settings()
        self.kind, self.days, self.parts, self.notes = KindCard(), DaysCard(), PartsCard(), NotesCard()
        self.file, self.written = FileCard(), WrittenCard()
        parts = TakingOutParts(lambda: context.session.opened, context.runner, self._delivery.deliver, context.failed)
        self.presenter = TakingOutPresenter(self, parts)
        self._build()
        self._connect()

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Begin anew."""
        self.file.begin()
        self.presenter.on_entered()

    def left(self) -> None:
        """Let go of the password."""
        self.file.begin()
        self.presenter.on_left()

    def stayed(self) -> None:
        """The page is still shown."""
        self.presenter.on_stayed()

    def render_state(self, state: TakingOutState) -> None:
        """Show a state, and take the keyboard and the voice to what is new."""
        came, self.state = state.step is not self.state.step, state
        here = self.isAncestorOf(self.window().focusWidget() or self.window())
        choosing = state.step is not Step.WRITTEN
        self.written.render_state(state)
        self.written.setVisible(not choosing)
        for card in (self.kind, self.days, self.parts, self.notes):
            card.render_state(state)
            card.setVisible(choosing)
            card.setEnabled(state.step is Step.CHOOSING)
        self.file.render_state(state)
        self.file.setVisible(choosing)
        if came and state.step is Step.WRITTEN:
            self._show_written(state, here=here)
        self.rendered.emit()

    def saved_meanwhile(self, path: Path) -> None:
        """Say on whatever page is shown that the file is there."""
        words = _("Saved as {name}.").format(name=path.name)
        self._context.say(words, [(_("Open the folder"), lambda: _show(path))])

    def ask_where(self, password: str) -> None:
        """Offer a neutral name; nothing is written before the person chose."""
        name = self.state.file_name(locked=bool(password))
        chosen = _("Save the file")
        self._dialog = ask_where_to_save(self, chosen, name, lambda path: self.presenter.on_save(path, password))
        self._dialog.finished.connect(self._on_dialog_finished)

    def _show_written(self, state: TakingOutState, *, here: bool) -> None:
        self.verticalScrollBar().setValue(0)
        if here:
            self.written.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.written is not None:
            self._context.announce(self.written, f"{state.written.title}. {state.written.readers}")

    def _build(self) -> None:
        self.column.addWidget(FlowRow(self.back))
        self.column.addWidget(self.title)
        for card in (self.written, self.kind, self.days, self.parts, self.notes, self.file):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.written.hide()

    def _connect(self) -> None:
        presenter = self.presenter
        self.back.clicked.connect(lambda: self._context.go("settings"))
        self.kind.chosen.connect(presenter.on_kind)
        self.kind.report_wanted.connect(lambda: self._context.go("report"))
        self.days.chosen.connect(lambda own: presenter.on_chosen(own=own))
        for card in (self.parts, self.notes):
            card.chosen.connect(lambda changes: presenter.on_chosen(**changes))
        self.file.save_wanted.connect(self.ask_where)
        self.file.stop_wanted.connect(presenter.on_stop)
        self.written.again_wanted.connect(self._on_again)
        self.written.folder_wanted.connect(self._on_folder)
        self.parts.list.built.connect(self._order_tabs)
        self._context.session.listen(presenter.on_changed)
        self._order_tabs()

    def _order_tabs(self) -> None:
        put_in_order(self.back, self.written, self.kind, self.days, self.parts, self.notes, self.file)

    def _on_again(self) -> None:
        self.presenter.on_again()
        self.kind.kinds[self.state.choices.kind].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_folder(self) -> None:
        if self.presenter.written_to is not None:
            _show(self.presenter.written_to)

    def _on_dialog_finished(self) -> None:
        self._dialog = None


def _show(path: Path) -> None:
    """Open the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

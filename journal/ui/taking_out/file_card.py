"""Writing the file: who can read it is said before, a password can lock it, and long work can be stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.announcement import announce
from journal.ui.taking_out.state import Step, TakingOutState, readers_words
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.new_passphrase import NewPassphrase
from journal.ui.widgets.progress_line import ProgressLine


class FileCard(Card):
    """Three things in one place: the sentence with its two buttons, the password, the progress."""

    save_wanted = Signal(str)
    """The file is wanted, with this password (empty: none)."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The file"), parent)
        self.words = Body(readers_words(locked=False))
        self.with_password, self.save = QuietButton(_("With a password")), PrimaryButton(_("Save…"))
        self.save.setAccessibleDescription(self.words.text())
        self.password, self.problem = NewPassphrase(for_file=True), Caption()
        self.save_locked, self.back = PrimaryButton(_("Save with the password…")), TextButton(_("Back"))
        self.progress = ProgressLine(_("Writing the file"))
        self._plain = _column(self.words, FlowRow(self.with_password, self.save))
        self._locked = _column(
            *(Body(line) for line in _password_words()),
            self.password,
            self.problem,
            FlowRow(self.save_locked, self.back),
        )
        for step in (self._plain, self._locked, self.progress):
            self.body.addWidget(step)
        self._show(self._plain, self.save)
        self._connect()

    def begin(self) -> None:
        """Show the sentence again and forget the password."""
        self.password.clear()
        self._say("")
        self._show(self._plain, self.with_password)

    def render_state(self, state: TakingOutState) -> None:
        """Show how far the writing is; the keyboard goes along."""
        writing = state.step is Step.WRITING
        if writing and self.progress.isHidden():
            self.progress.begin()
            self._show(self.progress, self.progress)
        elif not writing and not self.progress.isHidden():
            self.password.clear()
            self._show(self._plain, self.save)
        if writing:
            self.progress.show_percent(state.percent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back from the password."""
        if event.key() == Qt.Key.Key_Escape and not self._locked.isHidden():
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.save.clicked.connect(lambda: self.save_wanted.emit(""))
        self.with_password.clicked.connect(self._on_with_password)
        self.password.confirmed.connect(self._on_locked)
        self.password.changed.connect(lambda: self._say(""))
        self.save_locked.clicked.connect(self._on_locked)
        self.back.clicked.connect(self._on_back)
        self.progress.stop_wanted.connect(self.stop_wanted)

    def _on_with_password(self) -> None:
        self._show(self._locked, self.password)

    def _on_locked(self) -> None:
        password = self.password.passphrase
        if password is None:
            self._say(self.password.problem())
        else:
            self.save_wanted.emit(password)

    def _on_back(self) -> None:
        self.begin()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            announce(self.problem, problem)

    def _show(self, wanted: QWidget, next_stop: QWidget) -> None:
        """Show one of the three; where the keyboard was in another it goes to `next_stop`, before that is hidden."""
        here = self.isAncestorOf(self.window().focusWidget() or self.window())
        wanted.show()
        if here and not wanted.isAncestorOf(self.window().focusWidget() or self.window()):
            next_stop.setFocus(Qt.FocusReason.OtherFocusReason)
        for step in (self._plain, self._locked, self.progress):
            step.setVisible(step is wanted)


def _password_words() -> tuple[str, ...]:
    return (
        _("The file will be a zip that opens with this password alone. Leeward keeps no copy of the password."),
        _("Anyone who has the zip can see the names of the files inside, but not what they hold."),
    )


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    return holder

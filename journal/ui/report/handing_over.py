"""The end of the page: save as PDF, with the sentence that is said before, or print."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body


class HandingOver(QFrame):
    """Three steps in one place: the two buttons; the sentence; the password, where one is wanted."""

    save_wanted = Signal(str)
    """The file is wanted, with this password (empty: none)."""

    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.export, self.print = PrimaryButton(_("Save as PDF…")), QuietButton(_("Print…"))
        self.words = Body("")
        self.with_password, self.save = QuietButton(_("With a password")), PrimaryButton(_("Save"))
        self.password = PassphraseField(_("Password for the file"))
        self.password_words = Body(_("A password for this file alone. Tell it to whoever should read the file."))
        self.save_locked = PrimaryButton(_("Save with the password"))
        self.back, self.back_again = TextButton(_("Back")), TextButton(_("Back"))
        self._first = FlowRow(self.export, self.print)
        self._second = _column(self.words, FlowRow(self.with_password, self.save, self.back))
        self._third = _column(self.password_words, self.password, FlowRow(self.save_locked, self.back_again))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for step in (self._first, self._second, self._third):
            column.addWidget(step)
        self._connect()
        self.set_attached(attached=False)
        self.begin()

    def begin(self) -> None:
        """Show the two buttons again and forget the password; the keyboard stays here if it was here."""
        focus = QApplication.focusWidget()
        here = focus is not None and (self._second.isAncestorOf(focus) or self._third.isAncestorOf(focus))
        self.password.clear()
        self._show(self._first)
        if here:
            self.export.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_ready(self, *, ready: bool) -> None:
        """There is something to hand over, or not yet."""
        self.export.setEnabled(ready)
        self.print.setEnabled(ready)

    def set_attached(self, *, attached: bool) -> None:
        """Say before saving that data can be taken out of the file, where there is any in it."""
        self.words.setText(
            _("Anyone who opens this computer can read this file and take the data out of it.")
            if attached
            else _("Anyone who opens this computer can read this file.")
        )
        self.save.setAccessibleDescription(self.words.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back."""
        if event.key() == Qt.Key.Key_Escape and not self._third.isHidden():
            self._on_export()
        elif event.key() == Qt.Key.Key_Escape and not self._second.isHidden():
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.export.clicked.connect(self._on_export)
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(lambda: self.save_wanted.emit(""))
        self.with_password.clicked.connect(self._on_with_password)
        self.save_locked.clicked.connect(self._on_locked)
        self.password.edit.returnPressed.connect(self._on_locked)
        self.password.edit.textChanged.connect(lambda text: self.save_locked.setEnabled(bool(text)))
        self.back.clicked.connect(self._on_back)
        self.back_again.clicked.connect(self._on_export)
        self.save_locked.setEnabled(False)

    def _on_export(self) -> None:
        self.password.clear()
        self._show(self._second)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_with_password(self) -> None:
        self._show(self._third)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_locked(self) -> None:
        if self.password.text():
            self.save_wanted.emit(self.password.text())

    def _on_back(self) -> None:
        self.begin()
        self.export.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, wanted: QWidget) -> None:
        for step in (self._first, self._second, self._third):
            step.setVisible(step is wanted)


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return holder

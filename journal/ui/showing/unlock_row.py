"""The way back to everything: the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton, TextButton
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body


class UnlockRow(QFrame):
    """`typed` carries the passphrase. The field is emptied whenever it goes."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "form")
        self.words = Body(_("Type your passphrase to show everything again."))
        self.field = PassphraseField(_("Passphrase"))
        self.send, self.cancel = PrimaryButton(_("Show all again"), large=True), TextButton(_("Cancel"), large=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        for widget in (self.words, self.field, FlowRow(self.send, self.cancel)):
            column.addWidget(widget)
        self.send.clicked.connect(self._on_send)
        self.field.edit.returnPressed.connect(self._on_send)
        self.cancel.clicked.connect(self.leave)
        self.hide()

    def begin(self) -> None:
        """Ask."""
        self.words.setText(_("Type your passphrase to show everything again."))
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask no more, and forget what was typed."""
        self.field.clear()
        self.set_busy(busy=False)
        self.hide()

    def refuse(self, words: str) -> None:
        """It was another one; it can be typed again."""
        self.set_busy(busy=False)
        self.words.setText(words)
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """It is being looked at."""
        for widget in (self.field, self.send):
            widget.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks no more."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _on_send(self) -> None:
        if self.field.text():
            self.set_busy(busy=True)
            self.words.setText(_("One moment…"))
            self.typed.emit(self.field.text())

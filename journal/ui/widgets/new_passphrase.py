"""Choosing a passphrase: typed twice, because a slip of the finger would close the journal for good."""

from __future__ import annotations

import threading

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.warm_ups import import_quietly
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.passphrase_strength import strength_words

REST_MS = 200


class NewPassphrase(QWidget):
    """Two fields, the strength in words, and a hint. No rules: any passphrase is taken, or password `for_file`."""

    changed = Signal()
    confirmed = Signal()
    """Enter was pressed in the second field."""

    def __init__(self, parent: QWidget | None = None, *, for_file: bool = False) -> None:
        super().__init__(parent)
        self._for_file = for_file
        self.first = PassphraseField(_("Password for the file") if for_file else _("New passphrase"))
        self.again = PassphraseField(_("The same once more"))
        self._strength, self._same = Caption(), Caption()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._show_strength)
        self._build()
        self.setFocusProxy(self.first)
        threading.Thread(target=import_quietly, args=(("zxcvbn",),), daemon=True).start()

    @property
    def passphrase(self) -> str | None:
        """What was typed, if both fields agree and are not empty."""
        typed = self.first.text()
        return typed if typed and typed == self.again.text() else None

    @property
    def strength(self) -> str:
        """The words shown about the strength."""
        return self._strength.text()

    def problem(self) -> str:
        """What keeps this from being taken, in words, or empty."""
        if not self.first.text():
            return _("Type a password first.") if self._for_file else _("Type a passphrase first.")
        if self.first.text() != self.again.text():
            return _("The two are not the same. Show them to compare.")
        return ""

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        name = _("Password for the file") if self._for_file else _("Passphrase")
        for words, field in ((name, self.first), (_("The same once more"), self.again)):
            label = Body(words)
            label.setBuddy(field.edit)
            column.addWidget(label)
            column.addWidget(field)
            column.addWidget(self._strength if field is self.first else self._same)
            column.addSpacing(6)
        self._strength.setText(_("Four or five words that do not belong together are hard to guess and easy to keep."))
        self.first.edit.textChanged.connect(self._on_changed)
        self.again.edit.textChanged.connect(self._on_changed)
        self.first.edit.returnPressed.connect(self.again.edit.setFocus)
        self.again.edit.returnPressed.connect(self.confirmed)

    def _on_changed(self) -> None:
        typed, again = self.first.text(), self.again.text()
        self._same.setText("" if not again or typed.startswith(again) else _("Not the same yet."))
        self._rest.start()
        self.changed.emit()

    def _show_strength(self) -> None:
        self._strength.setText(strength_words(self.first.text()))
        self.first.edit.setAccessibleDescription(self._strength.text())

"""What the lock page asks for first: the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.labels import Body


class LockStep(QWidget):
    """One question. `entered` carries what was typed."""

    entered = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def again(self) -> None:
        """Ready for another try."""

    def set_busy(self, busy: bool) -> None:
        """Take no typing while the key is being worked out."""
        self.setEnabled(not busy)


class PassphraseStep(LockStep):
    """The passphrase and Open."""

    def __init__(self) -> None:
        super().__init__()
        label, self.field = Body(_("Passphrase")), PassphraseField(_("Passphrase"))
        label.setBuddy(self.field.edit)
        self.open = PrimaryButton(_("Open"), large=True)
        for widget in (label, self.field, self.open):
            self.column.addWidget(widget)
        self.field.edit.returnPressed.connect(self._on_enter)
        self.open.clicked.connect(self._on_enter)
        self.setFocusProxy(self.field)

    def again(self) -> None:
        """Ready for another try: what was typed is marked, so typing replaces it."""
        self.field.edit.selectAll()
        self.field.edit.setFocus()

    def _on_enter(self) -> None:
        self.entered.emit(self.field.text())

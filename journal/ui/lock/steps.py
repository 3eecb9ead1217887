"""What the lock page asks for first: the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
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
        self.keyring: QWidget | None = None
        self.setFocusProxy(self.field)

    def offer_keyring(self, wanted: SignalInstance, *, offered: bool) -> None:
        """Show or hide the way in by the system's keyring; its button is made when it is first needed."""
        if self.keyring is None:
            from journal.ui.widgets.buttons import QuietButton

            button = QuietButton(_("Open without the passphrase"), large=True)
            button.setAccessibleDescription(_("This computer’s keyring opens the journal."))
            button.clicked.connect(wanted)
            self.column.addWidget(button)
            self.keyring = button
        self.keyring.setVisible(offered)

    def again(self) -> None:
        """Ready for another try: what was typed is marked, so typing replaces it."""
        self.field.edit.selectAll()
        self.field.edit.setFocus()

    def _on_enter(self) -> None:
        self.entered.emit(self.field.text())

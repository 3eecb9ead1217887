"""The three things the lock page can ask for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton, TextButton
from journal.ui.widgets.fields import PassphraseField, TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption


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


class CodeStep(LockStep):
    """The recovery code."""

    def __init__(self) -> None:
        super().__init__()
        label, self.field = Body(_("Recovery code")), TextField(large=True)
        self.field.setAccessibleName(_("Recovery code"))
        label.setBuddy(self.field)
        go_on, back = PrimaryButton(_("Go on"), large=True), TextButton(_("Back"), large=True)
        self.column.addWidget(label)
        self.column.addWidget(self.field)
        self.column.addWidget(Caption(_("Capital or small letters, with or without the dashes.")))
        self.column.addWidget(FlowRow(go_on, back))
        self.field.returnPressed.connect(self._on_enter)
        go_on.clicked.connect(self._on_enter)
        back.clicked.connect(self.back)
        self.setFocusProxy(self.field)

    def again(self) -> None:
        """Ready to correct the code."""
        self.field.setFocus()

    def _on_enter(self) -> None:
        self.entered.emit(self.field.text())


class NewPassphraseStep(LockStep):
    """The new passphrase that a recovery asks for."""

    def __init__(self) -> None:
        from journal.ui.widgets.new_passphrase import NewPassphrase

        super().__init__()
        self.fields, self._problem = NewPassphrase(), Caption()
        go_on = PrimaryButton(_("Open with the new passphrase"), large=True)
        self.column.addWidget(Body(_("The code is right. Choose a new passphrase; the old one ends.")))
        for widget in (self.fields, self._problem, go_on):
            self.column.addWidget(widget)
        self.fields.confirmed.connect(self._on_enter)
        go_on.clicked.connect(self._on_enter)
        self.setFocusProxy(self.fields)

    def again(self) -> None:
        """Ready to type."""
        self.fields.setFocus()

    def _on_enter(self) -> None:
        self._problem.setText(self.fields.problem())
        if self.fields.passphrase:
            self.entered.emit(self.fields.passphrase)

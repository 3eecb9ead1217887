"""What the lock page asks for when the passphrase is forgotten."""

from __future__ import annotations

from journal.texts.translation import _
from journal.ui.lock.steps import LockStep
from journal.ui.widgets.buttons import PrimaryButton, TextButton
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.new_passphrase import NewPassphrase


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
        self.column.addWidget(
            Caption(
                _(
                    "If the code is lost too: an older backup opens with the passphrase that held when it was made. "
                    "Nothing else helps."
                )
            )
        )
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

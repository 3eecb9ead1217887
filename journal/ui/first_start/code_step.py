"""The recovery code, shown once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel

from journal.texts.translation import _
from journal.ui.first_start.steps import QuestionStep
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, LargeWords
from journal.ui.widgets.secret_clipboard import copy_secret


def explanation() -> str:
    """What the code is for."""
    return _(
        "Without the passphrase and without this code nobody can open the journal, not even its makers. "
        "Whoever finds the code can."
    )


class ShownCode(QLabel):
    """The code to read, and to select by keys. Copying goes the way of the button, which takes it back."""

    copy_wanted = Signal()

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.setProperty("role", "code")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(_("Recovery code: {code}").format(code=code))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the whole code where a selection was to be copied."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


class CodeStep(QuestionStep):
    """The code with its four choices."""

    kept = Signal()
    unwanted = Signal()

    def __init__(self, code: str, *, refusable: bool = True) -> None:
        super().__init__(_("Your recovery code"))
        self._code = code
        self.column.addWidget(LargeWords(explanation()))
        shown = ShownCode(code)
        shown.copy_wanted.connect(self._on_copy)
        self.said = Caption()
        self.said.hide()
        self.column.addWidget(shown)
        self.column.addWidget(self.said)
        self.column.addWidget(self._choices(refusable=refusable))

    def _choices(self, *, refusable: bool) -> FlowRow:
        printing, copy = QuietButton(_("Print"), large=True), QuietButton(_("Copy"), large=True)
        kept, unwanted = PrimaryButton(_("I have kept it"), large=True), TextButton(_("I do not want one"), large=True)
        printing.clicked.connect(self._on_print)
        copy.clicked.connect(self._on_copy)
        kept.clicked.connect(self.kept)
        unwanted.clicked.connect(self.unwanted)
        self.setFocusProxy(printing)
        return FlowRow(printing, copy, kept, *([unwanted] if refusable else []))

    def _on_copy(self) -> None:
        copy_secret(self._code)
        self._say(_("Copied, for 30 seconds. Paste it somewhere that only you can open."))

    def _on_print(self) -> None:
        from journal.ui.first_start.code_printing import print_code

        if said := print_code(f"{self._code}\n\n{explanation()}", self):
            self._say(said)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()

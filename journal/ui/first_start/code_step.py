"""The recovery code, shown once."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLabel

from journal.texts.translation import _
from journal.ui.first_start.steps import QuestionStep
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, LargeWords

HISTORY_HINT = "x-kde-passwordManagerHint"
"""Clipboard histories that know this type keep no copy."""


def explanation() -> str:
    """What the code is for."""
    return _(
        "Without the passphrase and without this code nobody can open the journal, not even its makers. "
        "Whoever finds the code can."
    )


class CodeStep(QuestionStep):
    """The code with its four choices."""

    kept = Signal()
    unwanted = Signal()

    def __init__(self, code: str, *, refusable: bool = True) -> None:
        super().__init__(_("Your recovery code"))
        self._code = code
        self.column.addWidget(LargeWords(explanation()))
        shown = QLabel(code)
        shown.setProperty("role", "code")
        shown.setWordWrap(True)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(_("Recovery code"))
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
        data = QMimeData()
        data.setText(self._code)
        data.setData(HISTORY_HINT, b"secret")
        QGuiApplication.clipboard().setMimeData(data)
        self._say(_("Copied. Paste it somewhere that only you can open."))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setDocName(_("Notes"))
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setPlainText(f"{self._code}\n\n{explanation()}")
            document.print_(printer)
            self._say(_("The printer may keep a copy."))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()

"""Opening a journal or a backup that exists already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from journal.texts.translation import _
from journal.ui.first_start.steps import QuestionStep
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.open_dialog import ask_for_backup, ask_for_folder


class ExistingStep(QuestionStep):
    """Where it lies, and its passphrase or recovery code."""

    entered = Signal(Path, str, bool)

    def __init__(self) -> None:
        super().__init__(_("Open a journal or a backup"))
        self._source: Path | None = None
        self.chosen = Caption(_("Nothing chosen yet."))
        self.folder = QuietButton(_("A journal’s folder…"), large=True)
        self.file = QuietButton(_("A backup file…"), large=True)
        self.folder.clicked.connect(self._on_folder)
        self.file.clicked.connect(self._on_file)
        label, self.secret = Body(_("Passphrase")), PassphraseField(_("Passphrase"))
        label.setBuddy(self.secret.edit)
        self.is_code = CheckBox(_("This is the recovery code"))
        self.open = PrimaryButton(_("Open"), large=True)
        self.open.clicked.connect(self._on_open)
        self.secret.edit.returnPressed.connect(self._on_open)
        choosing = FlowRow(self.folder, self.file)
        for widget in (choosing, self.chosen, label, self.secret, self.is_code, FlowRow(self.open)):
            self.column.addWidget(widget)
        self.setFocusProxy(self.folder)

    def choose(self, source: Path) -> None:
        """Take this folder or file."""
        self._source = source
        self.chosen.setText(str(source))
        self.secret.setFocus()

    def _on_folder(self) -> None:
        ask_for_folder(self, self.folder.text(), Path.home(), self.choose)

    def _on_file(self) -> None:
        ask_for_backup(self, self.file.text(), Path.home(), self.choose)

    def _on_open(self) -> None:
        if self._source is None:
            self.chosen.setText(_("Choose a folder or a file first."))
            return
        self.entered.emit(self._source, self.secret.text(), self.is_code.isChecked())

"""Opening a journal or a backup that exists already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from journal.texts.translation import _
from journal.ui.first_start.steps import QuestionStep
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption


class ExistingStep(QuestionStep):
    """Where it lies, and its passphrase or recovery code."""

    entered = Signal(Path, str, bool)

    def __init__(self) -> None:
        super().__init__(_("Open a journal or a backup"))
        self._source: Path | None = None
        self.chosen = Caption(_("Nothing chosen yet."))
        folder, file = QuietButton(_("A journal’s folder…"), large=True), QuietButton(_("A backup file…"), large=True)
        folder.clicked.connect(self._on_folder)
        file.clicked.connect(self._on_file)
        label, self.secret = Body(_("Passphrase")), PassphraseField(_("Passphrase"))
        label.setBuddy(self.secret.edit)
        self.is_code = CheckBox(_("This is the recovery code"))
        self.open = PrimaryButton(_("Open"), large=True)
        self.open.clicked.connect(self._on_open)
        self.secret.edit.returnPressed.connect(self._on_open)
        for widget in (FlowRow(folder, file), self.chosen, label, self.secret, self.is_code, FlowRow(self.open)):
            self.column.addWidget(widget)
        self.setFocusProxy(folder)

    def choose(self, source: Path) -> None:
        """Take this folder or file."""
        self._source = source
        self.chosen.setText(str(source))
        self.secret.setFocus()

    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Leeward")
        if chosen:
            self.choose(Path(chosen))

    def _on_file(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, "Leeward", "", _("Backups") + " (*.zip)")
        if chosen:
            self.choose(Path(chosen))

    def _on_open(self) -> None:
        if self._source is None:
            self.chosen.setText(_("Choose a folder or a file first."))
            return
        self.entered.emit(self._source, self.secret.text(), self.is_code.isChecked())

"""Where the journal is, backups, what stands outside the encryption, and about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from journal import __version__
from journal.texts.translation import _
from journal.ui.settings.rows import button
from journal.ui.settings.state import licence_notes, outside_the_encryption
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption


class JournalCard(Card):
    """Open another, move this one, make a backup."""

    other_wanted = Signal(Path)
    new_wanted = Signal()
    move_wanted = Signal(Path)
    backup_wanted = Signal(Path)

    def __init__(self, folder: Path, today: date) -> None:
        super().__init__(_("The journal"))
        self._folder, self._today = folder, today
        place = Body(_("It is in {folder}").format(folder=folder))
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(place)
        self.body.addWidget(
            FlowRow(
                button(_("Save a backup in a file…"), self._on_backup),
                button(_("Open another journal…"), self._on_other),
                button(_("Start a new journal, keep this one"), self.new_wanted.emit),
                button(_("Move it…"), self._on_move),
            )
        )
        words = _("A backup is one file, encrypted like the journal. The same passphrase or recovery code opens it.")
        self.body.addWidget(Caption(words))

    def _on_backup(self) -> None:
        name = _("Notes backup {day}").format(day=self._today.isoformat()) + ".zip"
        start = str(Path.home() / name)
        chosen, _filter = QFileDialog.getSaveFileName(self, "Leeward", start, _("Backups") + " (*.zip)")
        if chosen:
            self.backup_wanted.emit(Path(chosen))

    def _on_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Leeward", str(self._folder.parent))
        if chosen:
            self.other_wanted.emit(Path(chosen))

    def _on_move(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Leeward", str(self._folder.parent))
        if chosen:
            self.move_wanted.emit(Path(chosen))


class OutsideCard(Card):
    """What anyone who opens this computer can read."""

    def __init__(self) -> None:
        super().__init__(_("What is outside the encryption"))
        for line in outside_the_encryption():
            self.body.addWidget(Body(f"·  {line}"))
        self.body.addWidget(Caption(_("Everything else is encrypted, from the first entry on.")))


class AboutCard(Card):
    """The version and whose work is in it."""

    def __init__(self) -> None:
        super().__init__(_("About"))
        self.body.addWidget(Body(_("Leeward {version}").format(version=__version__)))
        self.body.addWidget(Body(_("Leeward checks no doses and no interactions. Ask your prescriber or pharmacist.")))
        for line in licence_notes():
            self.body.addWidget(Caption(line))

"""Where the journal is, backups, what stands outside the encryption, and about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from journal import __version__
from journal.texts.translation import _
from journal.ui.guide.places import FIRST
from journal.ui.settings.rows import button
from journal.ui.settings.state import outside_the_encryption
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.open_dialog import ask_for_folder
from journal.ui.widgets.save_dialog import ask_where_to_save


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
        self.backup = button(_("Save a backup in a file…"), self._on_backup)
        self.other = button(_("Open another journal…"), self._on_other)
        self.move_away = button(_("Move it…"), self._on_move)
        new = button(_("Start a new journal, keep this one"), self.new_wanted.emit)
        self.body.addWidget(FlowRow(self.backup, self.other, new, self.move_away))
        words = _("A backup is one file, encrypted like the journal. The same passphrase or recovery code opens it.")
        self.body.addWidget(Caption(words))

    def _on_backup(self) -> None:
        name = _("Notes backup {day}").format(day=self._today.isoformat()) + ".zip"
        ask_where_to_save(self, self.backup.text(), name, self.backup_wanted.emit)

    def _on_other(self) -> None:
        ask_for_folder(self, self.other.text(), self._folder.parent, self.other_wanted.emit)

    def _on_move(self) -> None:
        ask_for_folder(self, self.move_away.text(), self._folder.parent, self.move_wanted.emit)


class OutsideCard(Card):
    """What anyone who opens this computer can read."""

    def __init__(self) -> None:
        super().__init__(_("What is outside the encryption"))
        for line in outside_the_encryption():
            self.body.addWidget(Body(f"·  {line}"))
        self.body.addWidget(Caption(_("Everything else is encrypted, from the first entry on.")))


class AboutCard(Card):
    """The version, and the ways to the guide and to more about the program. `go` shows a page by its key."""

    def __init__(self, go: Callable[..., None]) -> None:
        super().__init__(_("About"))
        self.body.addWidget(Body(_("Leeward {version}").format(version=__version__)))
        self.guide = button(_("Open the guide"), lambda: go("guide", chapter=FIRST, back_to="settings"))
        self.more = button(_("More about Leeward"), lambda: go("about"))
        self.body.addWidget(FlowRow(self.guide, self.more))
        self.body.addWidget(Body(_("Leeward checks no doses and no interactions. Ask your prescriber or pharmacist.")))
        words = _("Its parts and their licences, where everything is, and how to report a fault.")
        self.body.addWidget(Caption(words))

"""The list of backups: when, what is known of each, and what can be done with it."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _, ngettext
from journal.ui.settings.backup_state import BackupRow
from journal.ui.settings.rows import button
from journal.ui.widgets.card import Divider
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption


class BackupList(QWidget):
    """Rows are made anew only when they differ, so that the keyboard stays where it is."""

    verify_wanted = Signal(Path)
    look_wanted = Signal(Path)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._none = Caption(_("There is no backup yet. One is made when the journal closes."))
        self._rows: list[QWidget] = []
        self._shown: tuple[BackupRow, ...] | None = None
        self._more = button("", self.all_wanted.emit)
        self._column.addWidget(self._none)
        self._column.addWidget(self._more)

    def show_rows(self, rows: tuple[BackupRow, ...], more: int) -> None:
        """Show these, and how many more there are."""
        self._none.setVisible(not rows)
        self._more.setVisible(more > 0)
        self._more.setText(ngettext("Show {n} more", "Show {n} more", more).format(n=more))
        if rows == self._shown:
            return
        place = self._place_of_keyboard()
        self._shown = rows
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._made(row) for row in rows]
        for index, row in enumerate(self._rows):
            self._column.insertWidget(index, row)
            row.show()
        if place is not None and self._rows:
            self._rows[min(place, len(self._rows) - 1)].setFocus()

    def _place_of_keyboard(self) -> int | None:
        holder = self.window().focusWidget()
        return next((index for index, row in enumerate(self._rows) if holder and row.isAncestorOf(holder)), None)

    def _made(self, backup: BackupRow) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        look = button(_("Look into it…"), lambda: self.look_wanted.emit(backup.path))
        verify = button(_("Verify now"), lambda: self.verify_wanted.emit(backup.path))
        look.setAccessibleName(_("Look into the backup of {when}").format(when=backup.when))
        verify.setAccessibleName(_("Verify the backup of {when} now").format(when=backup.when))
        about = Caption(backup.about)
        about.setToolTip(f"<p>{html.escape(str(backup.path))}</p>")  # a folder may be called as markup is
        for widget in (Body(backup.when), about, FlowRow(look, verify), Divider()):
            column.addWidget(widget)
        row.setFocusProxy(look)
        return row

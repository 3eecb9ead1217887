"""Asking for a file or a folder that is there. The window goes on meanwhile, so that a lock can close the dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.texts.translation import _

Chosen = Callable[[Path], None]


def ask_for_file(owner: QWidget, title: str, start: Path, kinds: str, chosen: Chosen) -> QFileDialog:
    """Open the system's dialog in `start`; `chosen` gets the file. The title is what a screen reader hears.

    `kinds` are the kinds of file that it shows, as Qt writes them. The dialog is gone once it was answered or left.
    """
    dialog = _dialog(owner, title, start, chosen)
    dialog.setNameFilter(kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_for_backup(owner: QWidget, title: str, start: Path, chosen: Chosen) -> QFileDialog:
    """The same for the file of a backup."""
    return ask_for_file(owner, title, start, _("Backups") + " (*.zip)", chosen)


def ask_for_folder(owner: QWidget, title: str, start: Path, chosen: Chosen) -> QFileDialog:
    """The same for a folder."""
    dialog = _dialog(owner, title, start, chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def _dialog(owner: QWidget, title: str, start: Path, chosen: Chosen) -> QFileDialog:
    dialog = QFileDialog(owner, "Leeward", str(start))
    dialog.setAccessibleName(title)
    # What is chosen may replace the whole window, so the dialog ends first.
    dialog.fileSelected.connect(lambda path: QTimer.singleShot(0, owner, lambda: chosen(Path(path))))
    dialog.finished.connect(dialog.deleteLater)
    return dialog

"""Asking where a file goes: a neutral name, and nothing written before the person chose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(owner: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Open the system's dialog for a new file; `chosen` gets the place. The title is what a screen reader hears.

    The kind of file is the ending of `name`. The dialog is gone once it was answered or left.
    """
    ending = Path(name).suffix.removeprefix(".")
    dialog = QFileDialog(owner, "Leeward")
    dialog.setAccessibleName(title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
    dialog.selectFile(str(Path.home() / name))
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog

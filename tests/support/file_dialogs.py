"""A person who answers the system's file dialogs at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Choose this path in every dialog from now on; None leaves them."""

    def answer(dialog: QFileDialog) -> None:
        if path is not None:
            dialog.fileSelected.emit(str(path))
        dialog.finished.emit(int(path is not None))
        QApplication.processEvents()

    monkeypatch.setattr(QFileDialog, "open", answer)

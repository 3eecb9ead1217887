"""Several lines to read and to copy from, in a field that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journal.ui.widgets.widths import changes_text_size

FRAME_PX = 26


class ReadingField(QPlainTextEdit):
    """Arrows read it line by line; Tab goes on. It is as high as so many lines."""

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the lines at another text size."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + FRAME_PX)

"""A dialog that only has something to read: it scrolls, and one button closes it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Subtitle
from journal.ui.widgets.scroll_page import ScrollPage


class ReadingDialog(QDialog):
    """Put what is to be read into `column`, then call `finish`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Leeward")
        self.setAccessibleName(title)
        self.resize(560, 520)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = ScrollPage()
        outer.addWidget(page)
        self.column = page.column
        self.column.addWidget(Subtitle(title))

    def finish(self) -> None:
        """Put the button under it all; it has the keyboard."""
        close = PrimaryButton(_("Close"))
        close.clicked.connect(self.accept)
        self.column.addWidget(FlowRow(close))
        self.column.addStretch(1)
        close.setFocus()

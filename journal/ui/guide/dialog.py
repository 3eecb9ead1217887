"""The guide before the journal is open: a dialog that begins with what helps when one cannot get in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal.host.guides import PAGES, read_guide_page
from journal.texts.translation import _, language
from journal.ui.guide.keys_chapter import keys_chapter
from journal.ui.guide.places import KEYS_CHAPTER
from journal.ui.guide.reader import GuideReader
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.flow_row import FlowRow

LOCKED_OUT = "first-five-minutes#if-you-cannot-get-in"


class GuideDialog(QDialog):
    """One chapter at a time; its links lead to the others."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Leeward")
        self.setAccessibleName(_("Guide"))
        self.resize(720, 620)
        self.reader = GuideReader(theme)
        self.reader.followed.connect(self.open_target)
        close = PrimaryButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(self.reader, 1)
        column.addWidget(FlowRow(close))
        self.open_target(LOCKED_OUT)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_target(self, target: str) -> None:
        """Show "chapter" or "chapter#heading"."""
        key, _stroke, anchor = target.partition("#")
        if key == KEYS_CHAPTER:
            self.reader.show_page(keys_chapter(), anchor)
        elif key in PAGES:
            self.reader.show_page(read_guide_page(key, language()), anchor)


def show_guide_dialog(theme: ThemeSource, parent: QWidget) -> None:
    """Show the dialog; it is thrown away when closed."""
    dialog = GuideDialog(theme, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

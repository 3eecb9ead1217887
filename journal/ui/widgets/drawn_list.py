"""A list whose lines a delegate draws: it scrolls by pixels, and the keyboard is always on a line."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.keyboard_place import KeyboardPlace


class DrawnList(QListView):
    """Shows the lines of a model, which it takes over; the list itself sets the delegate."""

    def __init__(self, lines: QAbstractItemModel, name: str, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines.setParent(self)
        self.setModel(lines)
        self.place = KeyboardPlace(self)
        self.setAccessibleName(name)
        self.setProperty("own_focus", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        theme.changed.connect(self.viewport().update)

    def let_page_show_through(self) -> None:
        """Draw no ground: the lines are cards on the page itself."""
        self.setProperty("role", "days")
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is always on a line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

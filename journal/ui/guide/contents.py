"""The list of chapters: beside the page, or where there is little room one line to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from journal.texts.translation import _
from journal.ui.widgets.keyboard_place import KeyboardPlace

PLACE = Qt.ItemDataRole.UserRole


class ContentsList(QListWidget):
    """Arrows choose; Enter goes on into the chapter."""

    chosen = Signal(int)
    entered_chapter = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = KeyboardPlace(self)
        self.setProperty("role", "contents")
        self.setAccessibleName(_("Chapters"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.place.moved.connect(self._on_moved)
        self.itemActivated.connect(lambda _item: self.entered_chapter.emit())

    def show_chapters(self, titles: Sequence[tuple[int, str]], current: int) -> None:
        """List chapters by their place in the guide and their title."""
        self.blockSignals(True)
        if titles != self._titles():
            self.clear()
            for place, title in titles:
                item = QListWidgetItem(title)
                item.setData(PLACE, place)
                self.addItem(item)
        rows = [place for place, _title in titles]
        self.setCurrentRow(rows.index(current) if current in rows else -1)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is for the page."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _titles(self) -> list[tuple[int, str]]:
        items = [self.item(row) for row in range(self.count())]
        return [(item.data(PLACE), item.text()) for item in items]

    def _on_moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(PLACE))

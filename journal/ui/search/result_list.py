"""The list of results: it asks for more at its end, and for the place that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.search.lines import ResultLine
from journal.ui.search.result_delegate import ResultDelegate
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.drawn_list import DrawnList
from journal.ui.widgets.line_model import LineModel

NEAR_PX = 900


class ResultList(DrawnList):
    """Enter, Space or a click opens a result."""

    chosen = Signal(int)
    bottom_reached = Signal()
    left_upwards = Signal()

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        self.lines: LineModel[ResultLine] = LineModel()
        super().__init__(self.lines, _("Results"), theme, parent)
        self.setItemDelegate(ResultDelegate(theme, self))
        self.let_page_show_through()
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def reset_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show these results only, the newest at the top."""
        self.lines.reset(lines)
        self.setCurrentIndex(self.lines.index(0, 0) if lines else QModelIndex())
        self.scrollToTop()
        self._on_scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, or move; up from the first line leaves the list."""
        row = self.place.index.row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(row)
        elif row <= 0 and event.key() == Qt.Key.Key_Up:
            self.left_upwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_scrolled(self) -> None:
        bar = self.verticalScrollBar()
        if self.lines.rowCount() and bar.maximum() - bar.value() < NEAR_PX:
            self.bottom_reached.emit()

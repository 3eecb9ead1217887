"""The list of days: it asks for more at both ends, and for the entry that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from journal.texts.translation import _
from journal.ui.history.day_lines import DayLines
from journal.ui.history.line_delegate import LineDelegate
from journal.ui.history.lines import EntryLine
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.drawn_list import DrawnList

NEAR_PX = 900
"""Closer than this to an end, more is read, so that scrolling never waits."""


class DayList(DrawnList):
    """Enter or a click opens an entry, Delete deletes it."""

    chosen = Signal(str)
    delete_wanted = Signal(str)
    top_reached = Signal()
    bottom_reached = Signal()

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        self.lines = DayLines()
        super().__init__(self.lines, _("Days with their entries"), theme, parent)
        self.setItemDelegate(LineDelegate(theme, self))
        self.let_page_show_through()
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def current_line(self) -> EntryLine | None:
        """The line with the keyboard, or None."""
        return self.lines.line(self.place.index.row()) if self.place.index.isValid() else None

    def reset_lines(self, lines: Sequence[EntryLine], select: str) -> None:
        """Show these lines, with one entry selected and its day at the top."""
        self.lines.reset(lines)
        row = max(0, self.lines.row_of(select)) if lines else -1
        index = self.lines.index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            if row:
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
            else:
                self.scrollToTop()
        self._on_scrolled()

    def refresh_lines(self, lines: Sequence[EntryLine]) -> None:
        """Show the lines as they are now; place and line with the keyboard stay."""
        place, row, line = self.verticalScrollBar().value(), self.place.index.row(), self.current_line
        self.lines.reset(lines)
        self.doItemsLayout()
        found = self.lines.row_of(line.entry_id) if line else -1
        near = found if found >= 0 else min(max(row, 0), len(lines) - 1)
        self.setCurrentIndex(self.lines.index(near, 0))
        self.verticalScrollBar().setValue(place)

    def prepend(self, lines: Sequence[EntryLine]) -> None:
        """Add newer lines above; what is in sight stays where it is."""
        bar = self.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self.lines.prepend(lines)
        self.doItemsLayout()
        bar.setValue(bar.maximum() - below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, delete, or move."""
        line = self.current_line
        if line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(line.entry_id)
        elif line is not None and event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.delete_wanted.emit(line.entry_id)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self.lines.line(index.row())
        if line is not None:
            self.chosen.emit(line.entry_id)

    def _on_scrolled(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < NEAR_PX:
            self.bottom_reached.emit()
        if bar.value() < NEAR_PX:
            self.top_reached.emit()

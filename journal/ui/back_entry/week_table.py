"""The table to type into: digits fill a cell, arrows move, Backspace clears, a minus means that it does not apply."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from journal.texts.translation import _
from journal.ui.back_entry.row_header import RowHeader
from journal.ui.back_entry.state import BackEntryState
from journal.ui.back_entry.typing import MINUS, SEPARATORS
from journal.ui.back_entry.week_delegate import WeekDelegate
from journal.ui.back_entry.week_model import WeekModel
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.keyboard_place import KeyboardPlace
from journal.ui.widgets.row_keys import Press, read_key

LEAST_PX = 30
LEAST_ROWS = 7
AIR_PX = 10
BARE = (
    "QTableView, QHeaderView, QHeaderView::section, QTableCornerButton::section"
    " { background: transparent; border: none; }"
    " QTableView { selection-background-color: transparent; }"
)
"""The boxes are drawn on the page itself, the one in use by a ring."""


class WeekTable(QTableView):
    """Signals are wishes; what stands in the cells comes from the state."""

    typed = Signal(str)
    cleared = Signal()
    entered = Signal()
    opened = Signal()
    reached = Signal(int, int)
    undo_wanted = Signal()

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = WeekModel(self)
        self.setModel(self.days)
        self.place = KeyboardPlace(self)
        self.setItemDelegate(WeekDelegate(theme, self.days, self))
        self.names = RowHeader(theme, self.days, self)
        self.setVerticalHeader(self.names)
        self.setProperty("own_focus", True)
        self.setAccessibleName(_("The week: a row for each item, a column for each day"))
        self.setAccessibleDescription(
            _("Digits fill a cell, arrows move, Backspace clears, a minus means that it does not apply.")
        )
        self._dress()
        self.place.moved.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        theme.changed.connect(self._on_theme)

    def show_state(self, state: BackEntryState) -> None:
        """Show a state, with the keyboard on its cell."""
        anew = self.days.show_state(state)
        if anew:
            self._fit()
        if state.at is not None:
            at = self.days.index(*state.at)
            if at != self.place.index:
                self.place.setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, clear, go on, or move."""
        key = read_key(event)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key.press is Press.DIGIT:
            if not event.isAutoRepeat():
                self.typed.emit(str(key.digit))
        elif key.press is Press.NOT_APPLICABLE:
            self.typed.emit(MINUS)
        elif key.press is Press.BACK or event.key() == Qt.Key.Key_Delete:
            self.cleared.emit()
        elif event.text() and event.text() in SEPARATORS:
            self.typed.emit(event.text())
        elif key.press is Press.SWALLOWED or key.press is Press.CHOOSE:
            event.accept()  # no letter searches the table
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names and days their widths."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # the headers are laid out after this

    def changeEvent(self, event: QEvent) -> None:
        """Keep up with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "names"):
            QTimer.singleShot(0, self, self._fit)

    def minimumSizeHint(self) -> QSize:
        """A few rows, whatever else stands on the page."""
        return QSize(200, LEAST_ROWS * self._least_row())

    def _on_current(self, now: QModelIndex) -> None:
        if now.isValid() and self.days.cell(now) is not None:
            self.reached.emit(now.row(), now.column())

    def _dress(self) -> None:
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(1)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet(BARE)

    def _fit(self) -> None:
        self.names.fit(self.width(), self._least_row())
        self._fit_days()
        self.updateGeometries()

    def _fit_days(self) -> None:
        """Let the days share the room; where their heads would be cut they keep their width and scroll."""
        across, heads = self.horizontalHeader(), self.days.state.days
        metrics = across.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for day in heads for word in (day.weekday, day.date)), default=0)
        wide = widest + 2 * AIR_PX
        shared = wide * len(heads) <= self.width() - self.names.width() - self.verticalScrollBar().sizeHint().width()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch if shared else QHeaderView.ResizeMode.Fixed)
        for column in range(0 if shared else len(heads)):
            across.resizeSection(column, wide)

    def _least_row(self) -> int:
        return max(LEAST_PX, QFontMetrics(self.font()).height() + 12)

    def _on_theme(self) -> None:
        self._fit()
        self.viewport().update()
        self.names.viewport().update()

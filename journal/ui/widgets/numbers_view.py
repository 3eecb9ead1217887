"""Tables of numbers under their titles, to read by keyboard and by ear where a chart is drawn for the eye."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from journal.texts.number_tables import NumbersTable
from journal.texts.translation import _
from journal.ui.widgets.keyboard_place import KeyboardPlace
from journal.ui.widgets.labels import Caption, Strong
from journal.ui.widgets.numbers_model import NumbersModel

MOST_ROWS = 16
"""A longer table scrolls by itself, so that the next one is not far."""

PAD_PX = 14
WIDEST_TEXTS = 12
"""Column headings go on in the next line beyond so many text sizes."""


class _Headings(QHeaderView):
    """Column headings that go on in the next line where they are long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Wide enough for the heading in a few lines."""
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        font = QFont(self.font())
        font.setBold(True)  # at least as wide as the weight that the style gives it
        metrics = QFontMetrics(font)
        most = WIDEST_TEXTS * metrics.height()
        room = QRect(0, 0, most, most * WIDEST_TEXTS)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return QSize(words.width() + 2 * PAD_PX, words.height() + PAD_PX)


class NumbersView(QTableView):
    """One table, as high as its rows up to `MOST_ROWS`. Nothing in it can be changed. Arrows go from cell to cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = NumbersModel(self)
        self.setModel(self.numbers)
        self.place = KeyboardPlace(self)
        self.setHorizontalHeader(_Headings(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionsClickable(False)
        rows.setHighlightSections(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._about_rows = Caption(wrap=False)
        self._needed: list[int] = []
        self._put_in_corner(self._about_rows)

    def show_table(self, table: NumbersTable) -> None:
        """Show a table; the keyboard stays where it is if the table is the same."""
        if table != self.numbers.table:
            self.numbers.show_table(table)
            self.setAccessibleName(table.title)
            keys = _("Arrows go from number to number. Tab goes on.")
            self.setAccessibleDescription("\n".join(filter(None, (table.caption, keys))))
            self._about_rows.setText(self.numbers.corner)
            self.fit()

    def fit(self) -> None:
        """Be as high as the rows; columns share the width, or scroll where there are too many."""
        self._needed = []
        line = self.fontMetrics().height() + PAD_PX
        self.verticalHeader().setDefaultSectionSize(line)
        self.verticalHeader().setMinimumWidth(self.fontMetrics().horizontalAdvance(self.numbers.corner) + 2 * PAD_PX)
        self._share_width()
        rows = min(self.numbers.rowCount(), MOST_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height()
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows * line + head + bar + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs other rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def _put_in_corner(self, label: Caption) -> None:
        """What the rows are about stands over their headings."""
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            inside = QVBoxLayout(corner)
            inside.setContentsMargins(PAD_PX // 2, 0, PAD_PX // 2, 0)
            inside.addWidget(label)

    def _share_width(self) -> None:
        """Equal columns where all fit, else each as wide as it needs, and the table scrolls sideways."""
        header = self.horizontalHeader()
        if not self._needed:
            self._needed = [max(header.sectionSizeHint(at), self._widest(at)) for at in range(header.count())]
        needed = self._needed
        each = self.viewport().width() // max(1, len(needed))
        equal = bool(needed) and max(needed) <= each
        for column, width in enumerate(needed):
            header.resizeSection(column, each if equal else width)

    def _widest(self, column: int) -> int:
        """How wide the widest number of a column is. Each text is measured once: long tables have few that differ."""
        texts = {row[column + 1] for row in self.numbers.table.rows}
        return max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + PAD_PX


class NumbersTables(QWidget):
    """Several tables, each under its title and its sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views: list[NumbersView] = []
        self._titles: list[Strong] = []
        self._captions: list[Caption] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_tables(self, tables: Sequence[NumbersTable]) -> None:
        """Show these tables, or nothing."""
        while len(self.views) < len(tables):
            self._add()
        for number, (title, caption, view) in enumerate(zip(self._titles, self._captions, self.views, strict=True)):
            there = number < len(tables)
            title.setVisible(there)
            caption.setVisible(there and bool(tables[number].caption))
            view.setVisible(there)
            if there:
                title.setText(tables[number].title)
                caption.setText(tables[number].caption)
                view.show_table(tables[number])
        self.setVisible(bool(tables))

    def _add(self) -> None:
        title, caption, view = Strong(), Caption(), NumbersView()
        self._titles.append(title)
        self._captions.append(caption)
        self.views.append(view)
        for part in (title, caption, view):
            self._column.addWidget(part)

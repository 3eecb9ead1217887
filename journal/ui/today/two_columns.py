"""Two columns under a header, the second still or scrolling along, or one column where there is no room."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journal.ui.theme.source import ThemeSource
from journal.ui.today.header import ColumnsHeader
from journal.ui.widgets.reading_order import read_in_order

MARGIN = 34
BETWEEN = 18
TWO_COLUMNS_PX = 720
ALONE_PX = 660
"""The first column alone is no wider, at the ordinary text size: an answer stands near its question."""

SIDE_SHARE = 0.35
SIDE_LEAST_PX, SIDE_MOST_PX = 252, 350
OVER_PX, UNDER_PX = 6, 12
UNBOUND_PX = 16_777_215
"""Qt's word for a width without bounds."""


class Second(Enum):
    """Where the second column is: still beside the first, beside it and scrolling along, or under it."""

    STILL = "still"
    ALONG = "along"
    UNDER = "under"


class TwoColumns(QWidget):
    """Put cards into `main` and `side`.

    The second column stands still while the first one scrolls, as long as it fits into the window;
    else both scroll as one, so that no two bars stand side by side. It changes between the two only
    with the size of the window or of the header, at the beginning, and when its cards change; never while
    it is used.
    """

    def __init__(self, header: ColumnsHeader, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header, self._theme = header, theme
        self._second: Second | None = None
        self._alone = False
        self.main, self.side = _column(), _column()
        self._main_area, self._side_area = _area(), _area()
        self._whole = QVBoxLayout(self)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._main_area.installEventFilter(self)
        theme.changed.connect(self.settle)

    def show_second(self, *, shown: bool) -> None:
        """Show the second column, or the first one alone."""
        self._alone = not shown
        self.side.setVisible(shown)
        self.settle()

    def scroll_to_top(self) -> None:
        """Show the beginning, with the second column where it has room now."""
        self._place(anew=True)
        self.settle()
        self._main_area.verticalScrollBar().setValue(0)
        self._side_area.verticalScrollBar().setValue(0)

    def settle_anew(self) -> None:
        """Ask again where the second column has room, unless the keyboard is in it."""
        focused = QApplication.focusWidget()
        if focused is None or not self.side.isAncestorOf(focused):
            self._place(anew=True)
            self.settle()

    def bring_into_view(self, widget: QWidget, around_px: int) -> None:
        """Scroll until a widget is seen, with so many pixels over and under it."""
        for area in (self._main_area, self._side_area):
            inside = area.widget()
            if inside is not None and inside.isAncestorOf(widget):
                area.ensureWidgetVisible(widget, 8, around_px)

    def settle(self) -> None:
        """Give the columns their widths."""
        self._place(anew=self._second is None)
        beside = self._second is Second.STILL and not self._alone
        self._side_area.setVisible(beside)
        self._side_area.setFixedWidth(self._side_px + BETWEEN // 2 + MARGIN)
        _layout(self._main_area.widget()).setContentsMargins(
            MARGIN, OVER_PX, BETWEEN // 2 if beside else MARGIN, UNDER_PX
        )
        _layout(self._side_area.widget()).setContentsMargins(BETWEEN // 2, OVER_PX, MARGIN, UNDER_PX)
        self._fit_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between one and two columns."""
        super().resizeEvent(event)
        self._place(anew=True)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A header that grows by a line takes the room that the second column stood still in."""
        if watched is self._main_area and isinstance(event, QResizeEvent) and _higher_or_lower(event):
            self.settle_anew()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._both.setSpacing(BETWEEN)
        self._both.addWidget(self.main, 1)
        for area in (self._main_area, self._side_area):
            area.setWidget(_column())
        _layout(self._main_area.widget()).addLayout(self._both, 1)
        _layout(self._side_area.widget()).addWidget(self.side)
        columns = QHBoxLayout()
        columns.addWidget(self._main_area, 1)
        columns.addWidget(self._side_area)
        for layout in (columns, self._whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._whole.addWidget(self._header)
        self._whole.addLayout(columns, 1)

    @property
    def _narrow(self) -> bool:
        return self.width() < TWO_COLUMNS_PX * max(1.0, self._theme.scale * 0.92)

    @property
    def _side_px(self) -> int:
        inner = self.width() - 2 * MARGIN - BETWEEN
        return max(SIDE_LEAST_PX, min(SIDE_MOST_PX, round(inner * SIDE_SHARE)))

    def _fit_widths(self) -> None:
        """Nothing is wider than its lines are easily read; under the first column the second is as wide."""
        along = self._second is Second.ALONG
        self.side.setMinimumWidth(self._side_px if along else 0)
        self.side.setMaximumWidth(self._side_px if along else UNBOUND_PX)
        self.main.setMaximumWidth(round(ALONE_PX * max(1.0, self._theme.scale)) if self._alone else UNBOUND_PX)

    def _place(self, *, anew: bool) -> None:
        """Put the second column where it belongs; `anew` asks again whether it can stand still."""
        if self._narrow:
            second = Second.UNDER
        elif anew or self._second in (None, Second.UNDER):
            second = Second.STILL if self._fits else Second.ALONG
        else:
            return
        if second is self._second:
            return
        self._second = second
        under = second is Second.UNDER
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight)
        if second is Second.STILL:
            _layout(self._side_area.widget()).addWidget(self.side)
        else:
            self._both.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)  # its note is not as high as the first one
        self.side.setVisible(not self._alone)  # a widget that gets another parent is hidden
        self._place_header(narrow=under)

    @property
    def _fits(self) -> bool:
        """Whether the second column needs no more height than there is."""
        wide = self._side_px
        box = _layout(self.side)
        needed = box.heightForWidth(wide) if box.hasHeightForWidth() else box.sizeHint().height()
        return self._alone or needed + OVER_PX + UNDER_PX <= self._main_area.height()

    def _place_header(self, *, narrow: bool) -> None:
        """Above the columns; with one column it scrolls along, because there is little height."""
        self._header.stand_alone(alone=not narrow)
        if narrow:
            _layout(self._main_area.widget()).insertWidget(0, self._header)
        else:
            self._whole.insertWidget(0, self._header)
        above = self._header.parentWidget()
        if above is not None:
            read_in_order(above)


def _higher_or_lower(event: QResizeEvent) -> bool:
    return event.oldSize().height() != event.size().height()


def _layout(widget: QWidget | None) -> QVBoxLayout:
    layout = widget.layout() if widget is not None else None
    if not isinstance(layout, QVBoxLayout):
        raise TypeError("a column has a vertical layout")
    return layout


def _column() -> QWidget:
    column = QWidget()
    column.setProperty("role", "column")
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(BETWEEN)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    column.setSizePolicy(policy)
    return column


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area

"""A row that goes on in the next line when it does not fit, for large text and long words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from journal.ui.widgets.laid_out import widgets_of


class FlowLayout(QLayout):
    """Lays its widgets out in lines, mirrored where text runs from right to left.

    The widgets of a line stand in the middle of its height, or with `top` all from its upper edge on:
    so fields stay side by side when a sentence comes under one of them.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, *, top: bool = False) -> None:
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self._top = top
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at an index, or None beyond the end."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are together at a width, in pixels."""
        if width not in self._heights:  # asked for several times by each layout round it
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it wants another size, came or went."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """All in one line, if there is room."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest item."""
        sizes = [item.minimumSize() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """The height of the lines."""
        y = rect.y()
        for number, line in enumerate(self._lines(rect.width())):
            hints = [_within(item, rect.width()) for item in line]
            high = max(hint.height() for hint in hints)
            x, y = rect.x(), y + (self.spacing() if number else 0)
            for item, hint in zip(line, hints, strict=True):
                if place:
                    below = 0 if self._top else (high - hint.height()) // 2
                    self._place(item, rect, QRect(QPoint(x, y + below), hint))
                x += hint.width() + self.spacing()
            y += high
        return y - rect.y()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._shown():
            wide = _within(item, width).width()
            if not lines or taken + self.spacing() + wide > width:
                lines.append([item])
                taken = wide
            else:
                lines[-1].append(item)
                taken += self.spacing() + wide
        return lines

    def _place(self, item: QLayoutItem, rect: QRect, spot: QRect) -> None:
        parent = self.parentWidget()
        if parent and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            spot.moveRight(rect.right() - (spot.x() - rect.x()))
        item.setGeometry(spot)


def _within(item: QLayoutItem, width: int) -> QSize:
    """The size an item wants, no wider than the row unless it can't be narrower."""
    hint = item.sizeHint()
    return QSize(min(hint.width(), max(width, item.minimumSize().width())), hint.height())


class FlowRow(QWidget):
    """A widget with a flow layout, whose lines are level at the top with `top`. Add with `add`."""

    def __init__(self, *widgets: QWidget, spacing: int = 8, top: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing, top=top)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            self._flow.addWidget(widget)

    def put(self, *widgets: QWidget) -> None:
        """Stand in this order from now on; what stood here before and is not named is let go."""
        for widget in tuple(widgets_of(self._flow)):
            self._flow.removeWidget(widget)
        self.add(*widgets)

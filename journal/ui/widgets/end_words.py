"""The line over a card's steps: a group's name on the left, the two end words over the columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.labels import Heading
from journal.ui.widgets.step_geometry import SIDE_PX, WIDTHS_KEPT, arrange, mirror, step_side, word_font


class EndWords(QWidget):
    """`ends` are the words of the lowest and highest step, `count` the number of steps below."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ends, self._count = ("", ""), 0
        self._known: dict[tuple[int, str, tuple[str, str], int], tuple[QRect, QRect]] = {}
        self.heading = Heading("", self, wrap=False)
        self.heading.installEventFilter(self)
        # Not Fixed: a layout holds on to the hint of an earlier width and would cut off the second line.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_words(self, title: str, ends: tuple[str, str], count: int) -> None:
        """Name the group and its columns; empty ends leave the columns bare."""
        self.heading.setText(title)
        self._ends, self._count = ends, count
        self.setAccessibleName(title)
        self.updateGeometry()
        self._place()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A long name stands over the words instead of beside them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line, or two where the name and the words would meet."""
        heading, words = self.heading.sizeHint().height(), QFontMetrics(word_font(self.font())).height()
        return (max(heading, words) if self._beside(width) else heading + words) + 4

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self.fontMetrics().height())

    def showEvent(self, event: QShowEvent) -> None:
        """The name has its capitals and their width only once it is styled."""
        super().showEvent(event)
        self.heading.ensurePolished()
        self._measure_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It may be styled later still, in a page that is not in sight yet."""
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_again()
        return super().eventFilter(watched, event)

    def _measure_again(self) -> None:
        self.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heading beside the words."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Keep up with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the two words."""
        if not any(self._ends) or not self._count:
            return
        with QPainter(self) as painter:
            painter.setFont(word_font(self.font()))
            painter.setPen(QColor(self._theme.tokens.soft))
            for spot, word in zip(self._spots(self.width()), self._ends, strict=True):
                painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag.AlignBottom), word)

    def _spots(self, width: int) -> tuple[QRect, QRect]:
        """Where the words go: over the first and the last column, inside the widget."""
        key = (width, self.font().key(), self._ends, self._count)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= WIDTHS_KEPT:
                self._known.clear()
            known = self._known[key] = self._over_columns(width)
        bottom = self.height() - 2
        return known[0].translated(0, bottom), known[1].translated(0, bottom)

    def _over_columns(self, width: int) -> tuple[QRect, QRect]:
        """The same on the line on which the widget ends."""
        side = step_side(self.font())
        steps = arrange(width, self.font(), "", (), (side,) * self._count).steps
        row = [step for step in steps if step.y() == steps[0].y()]
        metrics = QFontMetrics(word_font(self.font()))
        spots = []
        for step, word in ((row[0], self._ends[0]), (row[-1], self._ends[1])):
            wide = metrics.horizontalAdvance(word) + 4
            left = max(0, min(step.center().x() - wide // 2, width - wide))
            spots.append(QRect(left, -metrics.height(), wide, metrics.height()))
        return spots[0], spots[1]

    def _beside(self, width: int) -> bool:
        if not any(self._ends) or not self._count:
            return True
        first = self._spots(width)[0]
        room = width - first.right() - 1 if QGuiApplication.isRightToLeft() else first.left()
        return SIDE_PX + self.heading.sizeHint().width() + 8 <= room

    def _place(self) -> None:
        hint = self.heading.sizeHint().height()
        top = self.height() - hint - 2 if self._beside(self.width()) else 0
        place = QRect(SIDE_PX, top, max(0, self.width() - SIDE_PX), hint)
        self.heading.setGeometry(mirror(place, self.width()) if QGuiApplication.isRightToLeft() else place)

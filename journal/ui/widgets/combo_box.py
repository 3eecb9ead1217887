"""A list to choose one thing from."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from journal.ui.widgets.buttons import SMALL_PX
from journal.ui.widgets.chevron import paint_chevron
from journal.ui.widgets.keyboard_place import PopupPlace
from journal.ui.widgets.widths import changes_text_size

HIGHEST_PX = 10_000
WORDS = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap)


class ComboBox(QComboBox):
    """A choice from a list. Give it a buddy label or a description: its accessible name is its value.

    Where the words chosen are wider than the field it grows higher and shows them in several lines.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list_place: PopupPlace | None = None
        self.setMinimumHeight(SMALL_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.currentTextChanged.connect(self.updateGeometry)

    def showPopup(self) -> None:
        """Open the list on the line that is chosen."""
        with self._list().opening(self.model().index(self.currentIndex(), 0)):
            super().showPopup()

    def childEvent(self, event: QChildEvent) -> None:
        """Qt makes the list at its first need, which can be a screen reader's."""
        super().childEvent(event)
        if event.type() is QEvent.Type.ChildAdded:
            QTimer.singleShot(0, self, self._on_child)

    def sizeHint(self) -> QSize:
        """As high as the lines that the words need."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._more_height())

    def minimumSizeHint(self) -> QSize:
        """As high as the lines that the words need, too."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), hint.height() + self._more_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width can need other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, too."""
        super().changeEvent(event)
        if changes_text_size(event):
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a turn of the wheel must not change a setting by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then an arrow at its end."""
        if self._more_height():
            self._paint_lines()
        else:
            super().paintEvent(event)
        paint_chevron(self)

    def _on_child(self) -> None:
        if self.findChild(QAbstractItemView) is not None:
            self._list()

    def _list(self) -> PopupPlace:
        if self._list_place is None:
            self._list_place = PopupPlace(self.view())
        return self._list_place

    def _paint_lines(self) -> None:
        option = self._option()
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        with QPainter(self) as painter:
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
            painter.setPen(self.palette().color(group, QPalette.ColorRole.ButtonText))
            painter.drawText(self._room(option), WORDS, self.currentText())

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _room(self, option: QStyleOptionComboBox) -> QRect:
        """Where the words stand: the field without its arrow."""
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)

    def _more_height(self) -> int:
        """How much higher than one line the words are at the width that there is, in pixels."""
        words = self.currentText()
        if not words or not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return 0
        metrics, width = self.fontMetrics(), self._room(self._option()).width()
        if width <= 0 or metrics.horizontalAdvance(words) <= width:
            return 0
        lines = metrics.boundingRect(QRect(0, 0, width, HIGHEST_PX), WORDS, words).height()
        return max(0, lines - metrics.height())


def choice_box(*choices: tuple[str, object], wide: bool = False) -> ComboBox:
    """A list of these words, each with its value; a `wide` one takes the room of its line."""
    box = ComboBox()
    if wide:
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for words, value in choices:
        box.addItem(words, value)
    return box

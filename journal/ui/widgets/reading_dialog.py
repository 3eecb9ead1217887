"""A dialog that only has something to read: it scrolls, and its buttons stand below, always seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QPushButton, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Subtitle
from journal.ui.widgets.scroll_page import MARGIN, ScrollPage

OVER_PX, UNDER_PX = 8, 24
Step = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Down: Step.SliderSingleStepAdd,
    Qt.Key.Key_Up: Step.SliderSingleStepSub,
    Qt.Key.Key_PageDown: Step.SliderPageStepAdd,
    Qt.Key.Key_PageUp: Step.SliderPageStepSub,
}


class ReadingDialog(QDialog):
    """Put what is to be read into `column`, then call `finish`. It begins at its first words at any text size."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Leeward")
        self.setAccessibleName(title)
        self.resize(560, 520)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.page = ScrollPage()
        self._outer.addWidget(self.page, 1)
        self.column = self.page.column
        self.column.addWidget(Subtitle(title))

    def finish(self) -> None:
        """Put the button under it all; it has the keyboard."""
        self.column.addStretch(1)
        self.put_below(PrimaryButton(_("Close")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a button has the keyboard the arrows and Page keys go on in what is longer than the dialog."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _SCROLLS:
            self.page.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def put_below(self, close: QPushButton, *others: QPushButton) -> None:
        """These buttons under what scrolls, the one that closes last and with the keyboard."""
        close.clicked.connect(self.accept)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, OVER_PX, MARGIN, UNDER_PX)
        foot.addWidget(FlowRow(*others, close))
        self._outer.addLayout(foot)
        for button in (*others, close):
            button.installEventFilter(self)
        close.setFocus()

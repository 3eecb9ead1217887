"""Words with something beside them, which stands below where the words would have too little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from journal.ui.widgets.widths import changes_text_size, text_px


class BesideRow(QWidget):
    """`words` take what room there is, `beside` the width it wants.

    `least_px` is the least width of the words beside it, in pixels at the ordinary text size.
    """

    def __init__(
        self, words: QWidget, beside: QWidget, least_px: int, spacing: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._beside, self._least_px = beside, least_px
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        self._line.addWidget(words, 1)
        self._line.addWidget(beside)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def event(self, event: QEvent) -> bool:
        """Another text size, or other words beside, can need another line."""
        handled = super().event(event)
        if hasattr(self, "_line") and (changes_text_size(event) or event.type() is QEvent.Type.LayoutRequest):
            self._arrange()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """So can another width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - self._beside.sizeHint().width() - self._line.spacing()
        across = self._beside.isHidden() or room >= text_px(self, self._least_px)
        direction = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        if self._line.direction() is not direction:
            self._line.setDirection(direction)

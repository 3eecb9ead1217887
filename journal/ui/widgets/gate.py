"""The quiet room before the journal: the program's name and one card in the middle."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Brand
from journal.ui.widgets.widths import changes_text_size, text_px

NO_FOCUS, ALIGN_CENTRE = 0, 0x84
"""`Qt.FocusPolicy.NoFocus` and `Qt.AlignmentFlag.AlignCenter`; see `labels.PLAIN_TEXT` for why they are not named."""

WIDTH = 560
TOP = 64
"""The name stands still while the card grows and shrinks below it."""


class Gate(QScrollArea):
    """Add widgets to `body`; `top` is the space above it, in pixels.

    It scrolls where the window is low or the text is large.
    """

    def __init__(self, width: int = WIDTH, top: int = TOP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusPolicy", NO_FOCUS)
        holder = QWidget()
        holder.setProperty("role", "column")
        across = QHBoxLayout(holder)
        across.setContentsMargins(24, 24, 24, 24)
        middle = QVBoxLayout()
        middle.setSpacing(22)
        across.addStretch(1)
        across.addLayout(middle, 100)
        across.addStretch(1)
        card = Card()
        card.body.setContentsMargins(32, 30, 32, 32)
        card.body.setSpacing(14)
        self.card, self.body = card, card.body
        middle.addSpacing(top)
        brand = Brand("Leeward", wrap=False)
        brand.setProperty("alignment", ALIGN_CENTRE)
        middle.addWidget(brand)
        middle.addWidget(card)
        middle.addStretch(1)
        self._middle, self._width = middle, width
        self.setWidget(holder)
        self._fit()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the card, as wide as that."""
        self._middle.insertWidget(self._middle.count() - 1, widget)

    def event(self, event: QEvent) -> bool:
        """Keep the card as wide as its words need."""
        handled = super().event(event)
        if changes_text_size(event):
            self._fit()
        return handled

    def _fit(self) -> None:
        if hasattr(self, "card"):
            self.card.setMaximumWidth(text_px(self, self._width))

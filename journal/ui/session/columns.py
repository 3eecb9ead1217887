"""The cards of a session in two columns that scroll together, or in one where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.scroll_page import MARGIN

BETWEEN = 18
TWO_COLUMNS_PX = 740
SIDE_SHARE = 0.36
AHEAD_PX = 60
"""Beyond what has the keyboard this much stays in sight."""


class SessionColumns(QScrollArea):
    """`top` stands over both columns; `main` and `side` are the cards from top to bottom."""

    def __init__(self, top: QWidget, main: Sequence[QWidget], side: Sequence[QWidget], theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._narrow: bool | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        holder = QWidget()
        holder.setProperty("role", "column")
        self._whole = QVBoxLayout(holder)
        self._whole.setContentsMargins(MARGIN, 24, MARGIN, 16)
        self._whole.setSpacing(BETWEEN)
        self._whole.addWidget(top)
        self._across = QHBoxLayout()
        self._across.setSpacing(BETWEEN)
        self._main, self._side = _column(main), _column(side)
        self._across.addWidget(self._main)
        self._across.addWidget(self._side)
        self._whole.addLayout(self._across)
        self._whole.addStretch(1)
        self.setWidget(holder)
        theme.changed.connect(self._arrange)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between one and two columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < TWO_COLUMNS_PX * max(1.0, self._theme.scale * 0.92)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._across.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        self._across.setStretch(0, 0 if narrow else round((1 - SIDE_SHARE) * 100))
        self._across.setStretch(1, 0 if narrow else round(SIDE_SHARE * 100))

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 8, AHEAD_PX)


def _column(cards: Sequence[QWidget]) -> QWidget:
    column = QWidget()
    column.setProperty("role", "column")
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(BETWEEN)
    for card in cards:
        box.addWidget(card)
    box.addStretch(1)
    return column

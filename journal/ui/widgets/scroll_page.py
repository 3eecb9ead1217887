"""A page that scrolls when its content is higher than the window, at any text size."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

MARGIN = 34


class ScrollPage(QScrollArea):
    """Add widgets to `column`. `widest` bounds the column's width in pixels; 0 leaves it free.

    The control that gets the focus is scrolled into view.
    """

    def __init__(self, widest: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder, content = QWidget(), QWidget()
        holder.setProperty("role", "column")
        content.setProperty("role", "column")
        row = QHBoxLayout(holder)
        row.setContentsMargins(MARGIN, 28, MARGIN, 28)
        row.addWidget(content, 100)
        if widest:
            content.setMaximumWidth(widest)
            row.addStretch(1)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(18)
        self.setWidget(holder)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QObject | None, now: QWidget | None) -> None:  # noqa: ARG002
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 8, 24)

"""A page that scrolls when its content is higher than the window, at any text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.ui.widgets.widths import changes_text_size, text_px

MARGIN = 34
TOP = 28


class ScrollPage(QScrollArea):
    """Add widgets to `column`. `widest` bounds its width, in pixels at the ordinary text size; 0 leaves it free.

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
        row.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
        row.addWidget(content, 100)
        self._widest, self._content = widest, content
        if widest:
            row.addStretch(1)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(18)
        self.setWidget(holder)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def width_once_it_scrolls(self) -> int:
        """How wide the column is when there is more than fits, also while there is not."""
        bar = self.verticalScrollBar()
        shown = 0 if bar.isVisible() else bar.sizeHint().width()
        return self.viewport().width() - shown - 2 * MARGIN

    def event(self, event: QEvent) -> bool:
        """Keep the column as wide as its words need."""
        handled = super().event(event)
        if changes_text_size(event) and hasattr(self, "_content") and self._widest:
            self._content.setMaximumWidth(text_px(self, self._widest))
        return handled

    def _on_focus(self, old: QObject | None, now: QWidget | None) -> None:  # noqa: ARG002
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 8, 24)

"""The top of a session's page: what it is, and the ways from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.session.state import SessionState
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle
from journal.ui.widgets.widths import text_px

WORDS_PX = 300
"""The title's least width beside the ways."""


class SessionHeader(QWidget):
    """Signals are wishes."""

    now_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.caption = PageTitle(), Caption()
        self.now = QuietButton(_("Now"), large=True)
        self.now.setAccessibleDescription(_("One large question at a time, for during the session"))
        self.all = QuietButton(_("All sessions"), large=True)
        self.now.clicked.connect(self.now_wanted)
        self.all.clicked.connect(self.all_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        self._ways = ways = FlowRow(self.now, self.all)
        ways.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(ways, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ways stand under the words where there is little room."""
        super().resizeEvent(event)
        beside = self._ways.sizeHint().width() + text_px(self, WORDS_PX) <= self.width()
        across, down = QHBoxLayout.Direction.LeftToRight, QHBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)

    def add_way(self, button: QWidget) -> None:
        """Another way, before the others."""
        self._ways.put(button, self.now, self.all)

    def render_state(self, state: SessionState) -> None:
        """Show which session it is."""
        self.title.setText(state.title)
        self.caption.setText(state.caption)
        self.now.setVisible(state.open)

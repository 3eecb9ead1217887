"""The top of a session's page: what it is, and the ways from it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.session.state import SessionState
from journal.ui.widgets.beside_row import BesideRow
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle

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
        holder = QWidget()
        words = QVBoxLayout(holder)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        self._ways = ways = FlowRow(self.now, self.all)
        ways.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(BesideRow(holder, ways, WORDS_PX))

    def add_way(self, button: QWidget) -> None:
        """Another way, before the others."""
        self._ways.put(button, self.now, self.all)

    def render_state(self, state: SessionState) -> None:
        """Show which session it is."""
        self.title.setText(state.title)
        self.caption.setText(state.caption)
        self.now.setVisible(state.open)

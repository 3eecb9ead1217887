"""The foot of a session's page: what was saved, and Close."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.session.state import SessionState
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.scroll_page import MARGIN


class SessionFooter(QWidget):
    """`closed` is a wish: the session is done, or has been looked at."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = Caption()
        self.close_button = PrimaryButton(_("Close"), large=True)
        self.close_button.setObjectName("close_session")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 10, MARGIN, 16)
        row.setSpacing(12)
        row.addWidget(self.saved, 1)
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.closed)

    def render_state(self, state: SessionState) -> None:
        """Show what was saved last."""
        self.saved.setText(state.saved)

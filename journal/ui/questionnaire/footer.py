"""The foot of a questionnaire: what was saved last, the keys, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journal.texts.translation import _
from journal.ui.questionnaire.questions import QuestionKind
from journal.ui.questionnaire.state import QuestionnaireState
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.scroll_page import MARGIN

SPACE = 12
TYPED = frozenset({QuestionKind.LINE, QuestionKind.LINES})


class Footer(QWidget):
    """Close is where the keyboard arrives after the last question."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved, self.keys = Caption(wrap=False), Caption(wrap=False)
        self.close_button = PrimaryButton(_("Close"), large=True)
        self.close_button.setObjectName("close")
        self.close_button.clicked.connect(self.closed)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 10, MARGIN, 16)
        row.setSpacing(SPACE)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.keys, 100)
        row.addWidget(self.close_button)
        self.keys.hide()

    def render_state(self, state: QuestionnaireState) -> None:
        """Show what was saved last, and the keys where there are rows that take them."""
        self.saved.setText(state.saved)
        moves = _("Digits answer and move on · − {aside} · Backspace goes back")
        stays = _("Digits answer · − {aside} · Backspace clears")
        pressed = next((question.row for question in state.questions if question.kind not in TYPED), None)
        words = moves if state.digits_move_on else stays
        self.keys.setText("" if pressed is None else words.format(aside=pressed.aside_words))
        self.close_button.setAccessibleDescription(state.result.spoken)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list of keys goes first where there is little room; F1 has it too."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = self.saved.sizeHint().width() + self.close_button.sizeHint().width() + 2 * SPACE
        room = self.width() - 2 * MARGIN - taken - 2 * SPACE
        self.keys.setVisible(bool(self.keys.text()) and room > self.keys.sizeHint().width())

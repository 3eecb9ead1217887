"""The foot of Today: what was saved last, the keys, and the end of the check-in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.today.state import TodayState
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.labels import Caption, Strong

KEYS_SHOWN_PX = 760


class DoneButton(PrimaryButton):
    """Enter presses it too: it is where the keyboard arrives after the last question."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class Footer(QWidget):
    """Signals are wishes."""

    done = Signal()
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = Caption(wrap=False)
        self.enough = Strong(wrap=False)
        self.keys = Caption(wrap=False)
        self.another = QuietButton(_("Another check-in"), large=True)
        self.done_button = DoneButton(_("Done"), large=True)
        self.done_button.setObjectName("done")
        self.another.clicked.connect(self.another_wanted)
        self.done_button.clicked.connect(self.done)
        row = QHBoxLayout(self)
        row.setContentsMargins(34, 10, 34, 16)
        row.setSpacing(12)
        row.addWidget(self.saved)
        row.addWidget(self.enough)
        row.addStretch(1)
        row.addWidget(self.keys)
        row.addWidget(self.another)
        row.addWidget(self.done_button)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return (self.another, self.done_button)

    def render_state(self, state: TodayState) -> None:
        """Show what was saved last."""
        self.saved.setText("" if state.enough else state.saved)
        self.enough.setText(state.enough)
        self.enough.setVisible(bool(state.enough))
        moves = _("Digits answer and move on · − not applicable · Backspace goes back")
        stays = _("Digits answer · − not applicable · Backspace clears")
        self.keys.setText(moves if state.digits_move_on else stays)
        self.another.setVisible(bool(state.saved) and not state.short)
        self.keys.setVisible(self.width() > KEYS_SHOWN_PX * self.fontMetrics().height() / 17)

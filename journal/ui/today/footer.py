"""The foot of Today: what was saved last, the keys, and the end of the check-in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journal.texts.translation import _
from journal.ui.today.state import TodayState
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.labels import Caption, Strong
from journal.ui.widgets.scroll_page import MARGIN

SPACE = 12


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
    ask_wanted = Signal()
    """Something to ask or to tell at an appointment came to mind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = Caption(wrap=False)
        self.enough = Strong(wrap=False)
        self.keys = Caption(wrap=False)
        self.ask = TextButton(_("Something to ask or tell"), large=True)
        self.ask.setMinimumWidth(1)  # it goes where there is no room, and must not make room for itself
        self.ask.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.ask.clicked.connect(self.ask_wanted)
        self.another = QuietButton(_("Another check-in"), large=True)
        self.done_button = DoneButton(_("Done"), large=True)
        self.done_button.setObjectName("done")
        self.another.clicked.connect(self.another_wanted)
        self.done_button.clicked.connect(self.done)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 10, MARGIN, 16)
        row.setSpacing(SPACE)
        row.addWidget(self.saved)
        row.addWidget(self.enough)
        row.addStretch(1)
        row.addWidget(self.keys, 100)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keys.hide()
        row.addWidget(self.ask)
        row.addWidget(self.another)
        row.addWidget(self.done_button)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return (self.ask, self.another, self.done_button)

    def render_state(self, state: TodayState) -> None:
        """Show what was saved last."""
        self.saved.setText(state.saved)
        self.saved.setVisible(not state.enough)
        self.enough.setText(state.enough)
        self.enough.setVisible(bool(state.enough))
        moves = _("Digits answer and move on · − not applicable · Backspace goes back")
        stays = _("Digits answer · − not applicable · Backspace clears")
        self.keys.setText(moves if state.digits_move_on else stays)
        self.another.setVisible(state.begun and not state.short)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the keys go first, then the way to what to ask; F1 and Report have them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        others = (self.saved, self.enough, self.another, self.done_button)
        taken = sum(w.sizeHint().width() + SPACE for w in others if isinstance(w, QWidget) and not w.isHidden())
        room = self.width() - 2 * MARGIN - taken - 2 * SPACE
        self.ask.setVisible(room > self.ask.sizeHint().width())
        left = room - (0 if self.ask.isHidden() else self.ask.sizeHint().width() + SPACE)
        self.keys.setVisible(left > self.keys.sizeHint().width())

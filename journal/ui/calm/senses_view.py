"""What is around me: five senses, one at a time and at the person's own pace."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.announcement import announce
from journal.ui.calm.home_view import PlaceWords, TimeWords
from journal.ui.calm.state import CalmState
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.flow_row import FlowRow

LEAST_WIDE_PX = 180


class SensesView(QWidget):
    """`step_wanted` carries 1 or -1."""

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.help = TimeWords(), PlaceWords()
        self.before, self.next = QuietButton(_("The one before"), large=True), PrimaryButton(_("Next"), large=True)
        self.before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.next.setMinimumWidth(LEAST_WIDE_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addStretch(2)
        for label in (self.question, self.help):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(FlowRow(self.before, self.next), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def render_state(self, state: CalmState) -> None:
        """Show one sense."""
        changed = self.question.text() not in ("", state.sense.question)
        self.question.setText(state.sense.question)
        self.help.setText(state.sense.help)
        had = self._keyboard_is_here()
        self.before.setVisible(not state.first_sense)
        self.next.setVisible(not state.last_sense)
        if had and not self._keyboard_is_here():
            (self.before if state.last_sense else self.next).setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            announce(self, f"{state.sense.question} {state.sense.help}")

    def _keyboard_is_here(self) -> bool:
        focused = self.window().focusWidget()
        return focused in (self.before, self.next) and focused is not None and focused.isVisibleTo(self)

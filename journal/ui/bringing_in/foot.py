"""The foot of the page, in sight while there is a file: bring it in, how far it is, stop it, leave it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from journal.texts.translation import _
from journal.ui.bringing_in.phases import ProgressState
from journal.ui.bringing_in.state import BringingInState, Step
from journal.ui.settings.rows import button
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body
from journal.ui.widgets.scroll_page import MARGIN

WHOLE = 1000


class Foot(QFrame):
    """Shows what can be done now."""

    wanted = Signal()
    stopped = Signal()
    left_alone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Body()
        self.bar = QProgressBar()
        self.bar.setRange(0, WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far it is"))
        self.bring_in = button(_("Bring in"), self.wanted.emit, primary=True)
        self.cancel = button(_("Cancel"), self.stopped.emit)
        self.leave = button(_("Leave it"), self.left_alone.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 18)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(FlowRow(self.bring_in, self.cancel, self.leave))

    def render_state(self, state: BringingInState) -> None:
        """Show the state."""
        words = _words(state)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.bar.setVisible(state.step in (Step.WRITING, Step.READING))
        self.bar.setValue(0)
        self.bring_in.setVisible(state.step is Step.FOUND)
        self.bring_in.setEnabled(state.can_bring_in and not state.looking)
        self.cancel.setVisible(state.can_stop)
        self.leave.setVisible(state.can_leave)
        self.setVisible(state.step not in (Step.START, Step.DONE))

    def show_progress(self, progress: ProgressState) -> None:
        """Show how far it is."""
        self.bar.setValue(round((progress.share or 0.0) * WHOLE))
        self.bar.setAccessibleDescription(progress.words)
        self.words.setText(progress.words)
        self.words.show()


def _words(state: BringingInState) -> str:
    if state.step is Step.WRITING:
        return state.progress.words
    if state.looking:
        return _("Looking at it…")
    lacking = state.names.lacking_words if state.names is not None else ""
    return state.problem or " ".join(filter(None, (state.counts and f"{state.counts}.", lacking)))

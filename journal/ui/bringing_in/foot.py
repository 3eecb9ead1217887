"""The foot of the page, always in sight: bring it in, how far it is, stop it, and what came of it."""

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
    undo_wanted = Signal()

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
        self.undo = button(_("Undo this import"), self.undo_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 18)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(FlowRow(self.bring_in, self.cancel, self.leave, self.undo))

    def render_state(self, state: BringingInState) -> None:
        """Show the state."""
        busy = state.step is Step.WRITING or state.looking
        words = state.progress.words if busy else state.result
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.bar.setVisible(state.step is Step.WRITING or (state.looking and state.progress.share is not None))
        self.show_progress(state.progress)
        self.bring_in.setVisible(state.step is Step.FOUND)
        self.bring_in.setEnabled(state.can_bring_in and not state.looking)
        self.cancel.setVisible(state.can_stop)
        self.leave.setVisible(state.can_leave)
        self.undo.setVisible(state.can_undo)
        self.setVisible(state.step is not Step.START or bool(words))

    def show_progress(self, progress: ProgressState) -> None:
        """Show how far it is."""
        self.bar.setValue(round((progress.share or 0.0) * WHOLE))
        self.bar.setAccessibleDescription(progress.words)
        if progress.words:
            self.words.setText(progress.words)
            self.words.show()
            self.bar.show()

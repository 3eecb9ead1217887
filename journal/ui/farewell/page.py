"""The last page: a room of its own, in which the journal is no more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.announcement import announce
from journal.ui.farewell.state import FarewellState, going_on
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.gate import Gate
from journal.ui.widgets.labels import Body, LargeWords, Strong


class FarewellPage(Gate):
    """Signals are wishes."""

    close_wanted = Signal()
    start_wanted = Signal()
    again_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.presenter: object = None
        """Kept here so that it lives as long as the page."""
        self.title = LargeWords()
        self._lines: list[QWidget] = []
        self.close_it = PrimaryButton(_("Close Leeward"), large=True)
        self.start = QuietButton(_("Start a new journal"), large=True)
        self.again = QuietButton(_("Try again"), large=True)
        self.back = QuietButton(_("Back to the journal"), large=True)
        self.body.addWidget(self.title)
        self._row = FlowRow(self.close_it, self.again, self.start, self.back)
        self.body.addWidget(self._row)
        for button, wish in (
            (self.close_it, self.close_wanted),
            (self.start, self.start_wanted),
            (self.again, self.again_wanted),
            (self.back, self.back_wanted),
        ):
            button.clicked.connect(wish)
        self.render_state(going_on())

    def render_state(self, state: FarewellState) -> None:
        """Show the state."""
        self.title.setText(state.title)
        self._show_lines(state)
        self._row.setVisible(not state.busy)
        self.start.setVisible(state.start)
        self.again.setVisible(state.again)
        self.back.setVisible(state.back)
        announce(self.title, state.title)
        if not state.busy:
            self.close_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, state: FarewellState) -> None:
        for widget in self._lines:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._lines = [Body(line) for line in state.left]
        if state.may_remain:
            self._lines.append(Strong(_("What may remain, and cannot be reached from here:")))
            self._lines += [Body(f"·  {line}") for line in state.may_remain]
        for place, widget in enumerate(self._lines):
            self.body.insertWidget(self.body.indexOf(self.title) + 1 + place, widget)
            widget.show()

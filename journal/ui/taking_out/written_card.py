"""After the writing: what is in the file and what is not, as plain lists."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.taking_out.state import TakingOutState
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Subtitle


class WrittenCard(Card):
    """Shows the last file; the next one can be chosen, or the folder opened."""

    again_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title, self.readers = Subtitle(), Body()
        self.inside, self.outside = Body(), Body()
        self._not_in = Caption(_("Not in it"))
        self.again, self.folder = QuietButton(_("Take out another file")), QuietButton(_("Open the folder"))
        for widget in (self.title, self.readers, Caption(_("In it")), self.inside, self._not_in, self.outside):
            self.body.addWidget(widget)
        self.body.addWidget(FlowRow(self.folder, self.again))
        self.again.clicked.connect(self.again_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.setFocusProxy(self.folder)

    def render_state(self, state: TakingOutState) -> None:
        """Show the two lists."""
        written = state.written
        if written is None:
            return
        self.title.setText(written.title)
        self.setAccessibleName(written.title)
        self.readers.setText(written.readers)
        self.inside.setText("\n".join(written.inside))
        self.outside.setText("\n".join(written.left_out))
        self._not_in.setVisible(bool(written.left_out))
        self.outside.setVisible(bool(written.left_out))

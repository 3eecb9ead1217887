"""A quiet place at the end of the page: delete the session, or delete it for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body


class Deleting(QWidget):
    """Signals are wishes. Deleting for good is asked about once; the answer that changes nothing has the keyboard."""

    delete_wanted = Signal()
    delete_for_good_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delete = TextButton(_("Delete"), large=True)
        self.delete.setAccessibleName(_("Delete this session"))
        self.for_good = TextButton(_("Delete for good"), large=True)
        self.keep, self.yes = QuietButton(_("Keep it"), large=True), QuietButton(_("Delete for good"), large=True)
        self._usual = FlowRow(self.delete, self.for_good)
        self._sure = FlowRow(Body(_("This can't be undone."), wrap=False), self.yes, self.keep)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._usual)
        box.addWidget(self._sure)
        self._sure.hide()
        self.delete.clicked.connect(self.delete_wanted)
        self.for_good.clicked.connect(lambda: self.ask(sure=True))
        self.keep.clicked.connect(self._on_kept)
        self.yes.clicked.connect(self.delete_for_good_wanted)

    def ask(self, *, sure: bool) -> None:
        """Ask once before what can't be undone, or take the question back."""
        self._usual.setVisible(not sure)
        self._sure.setVisible(sure)
        if sure:
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self) -> None:
        self.ask(sure=False)
        self.for_good.setFocus(Qt.FocusReason.OtherFocusReason)

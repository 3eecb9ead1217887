"""The calm question about an extreme number, in its place on the page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.session.asking import Question
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body


class QuestionRow(QWidget):
    """Nothing waits for an answer, and the number is kept as it was typed."""

    meant = Signal(str)
    """It is what was meant; the key of its field or cell."""

    change_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.words = Body(wrap=False)
        self.yes, self.change = QuietButton(_("Yes"), large=True), QuietButton(_("Change it"), large=True)
        self.yes.clicked.connect(lambda: self.meant.emit(self._key))
        self.change.clicked.connect(lambda: self.change_wanted.emit(self._key))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(FlowRow(self.words, self.yes, self.change))
        self.hide()

    def render_question(self, question: Question | None) -> None:
        """Ask, or ask nothing."""
        self._key = question.key if question else ""
        self.words.setText(question.words if question else "")
        self.yes.setAccessibleDescription(self.words.text())
        self.setVisible(question is not None)

"""How far long work is, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from journal.texts.numbers import percent as percent_text
from journal.texts.translation import _, pgettext
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body


class ProgressLine(QWidget):
    """Says what goes on in words and as a bar; Stop is pressed at most once."""

    stop_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.words, self.bar, self.stop = Body(name), QProgressBar(), QuietButton(pgettext("work under way", "Stop"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(name)
        self.stop.clicked.connect(self._on_stop)
        self.setFocusProxy(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.words, self.bar, FlowRow(self.stop)):
            column.addWidget(widget)

    def begin(self) -> None:
        """Show the start of it."""
        self.stop.setEnabled(True)
        self.show_percent(0)

    def show_percent(self, percent: int) -> None:
        """Show how much is done."""
        self.bar.setValue(percent)
        self.words.setText(_("{what}, {percent}").format(what=self._name, percent=percent_text(percent / 100)))

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop_wanted.emit()

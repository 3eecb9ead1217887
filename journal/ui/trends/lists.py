"""A labelled list to choose one thing from, over a chart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.ui.trends.since_state import Option
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.labels import Words

BETWEEN_PX = 8
LEAST_PX = 120
"""A list gets narrower than its letters ask for before it leaves the page."""

SHORTEST, LONGEST = 10, 22
"""How many letters a list shows at least, and at most unless it says so."""


class LabelledList(QWidget):
    """A label and its list, which never part when a row goes on in the next line."""

    chosen = Signal(str)
    """The key of what was chosen."""

    def __init__(self, words: str, parent: QWidget | None = None, *, longest: int = LONGEST) -> None:
        super().__init__(parent)
        self.label, self.box = Words(words, wrap=False), ComboBox()
        self.label.setBuddy(self.box)
        self.box.setAccessibleName(words)
        self.box.setMinimumWidth(LEAST_PX)
        self._longest = longest
        self._options: tuple[Option, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN_PX)
        row.addWidget(self.label)
        row.addWidget(self.box)
        self.box.activated.connect(self._on_activated)

    def show_options(self, options: tuple[Option, ...], chosen: str) -> None:
        """Show what can be chosen, and what is; nobody is told."""
        self.box.blockSignals(True)
        if options != self._options:
            self._options = options
            self.box.clear()
            self.box.addItems([words for _key, words in options])
            longest = max((len(words) for _key, words in options), default=0)
            self.box.setMinimumContentsLength(min(self._longest, max(SHORTEST, longest)))
        self.box.setCurrentIndex(next((n for n, (key, _words) in enumerate(options) if key == chosen), -1))
        self.box.blockSignals(False)

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self._options[index][0])

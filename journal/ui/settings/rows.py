"""The rows of the settings page: words on one side, a control on the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journal.ui.settings.state import Choice
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.labels import Body


class ChoiceRow(QWidget):
    """A list to choose from; `chosen` carries the value's text."""

    chosen = Signal(str)

    def __init__(self, words: str, choices: Iterable[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label, self._box = Body(words), ComboBox()
        label.setBuddy(self._box)
        self._box.setAccessibleName(words)
        self.set_choices(choices)
        self._box.activated.connect(lambda _index: self.chosen.emit(self._box.currentData()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(label, 1)
        row.addWidget(self._box, 1)
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """The value chosen."""
        return str(self._box.currentData())

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these."""
        with QSignalBlocker(self._box):
            self._box.clear()
            for value, words in choices:
                self._box.addItem(words, value)

    def set_value(self, value: str) -> None:
        """Show the value that holds."""
        self._box.setCurrentIndex(self._box.findData(value))


class CheckRow(CheckBox):
    """A setting that is on or off; only a person's click is told."""

    changed = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.clicked.connect(self.changed)

    def set_value(self, on: bool) -> None:
        """Show the value that holds."""
        self.setChecked(on)


def button(words: str, act: Callable[[], None], *, primary: bool = False) -> QuietButton | PrimaryButton:
    """A button as wide as its words that does `act`."""
    made = (PrimaryButton if primary else QuietButton)(words)
    made.clicked.connect(act)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made

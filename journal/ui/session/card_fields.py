"""Lists to choose from with their label, and rows of fields that go on in the next line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.ui.session.state import Choice
from journal.ui.widgets.buttons import LARGE_PX
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.widths import changes_text_size, text_px

ARROW_ROOM_PX = 52


class Labelled(QWidget):
    """Any field with its label over it. `base_px` is its width at the ordinary text size, 0 the whole width."""

    def __init__(self, label: str, field: QWidget, base_px: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base_px, self.field = base_px, field
        caption = Caption(label)
        caption.setBuddy(field)
        field.setAccessibleName(label)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(caption)
        box.addWidget(field)
        across = QSizePolicy.Policy.Expanding if not base_px else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        """Grow with the text size."""
        handled = super().event(event)
        if self._base_px and changes_text_size(event):
            self.fit()
        return handled

    def fit(self) -> None:
        """Take the width that the text size asks for."""
        if self._base_px:
            self.setFixedWidth(max(text_px(self, self._base_px), self.least_px()))

    def least_px(self) -> int:
        """The width in pixels that what stands in the field needs."""
        return 0


class ListField(Labelled):
    """A list to choose one thing from; only a person's choice is told."""

    chosen = Signal(str, str)
    """Its key and the value chosen."""

    def __init__(self, key: str, label: str, base_px: int = 0, parent: QWidget | None = None) -> None:
        self.box = ComboBox()
        self.box.setMinimumHeight(LARGE_PX)
        self.box.setMinimumContentsLength(3)
        self.box.setObjectName(key)
        super().__init__(label, self.box, base_px, parent)
        self.box.activated.connect(lambda _index: self.chosen.emit(key, str(self.box.currentData())))
        self.setFocusProxy(self.box)

    def render_list(self, choices: Sequence[Choice], value: str) -> None:
        """Offer these, with this one chosen."""
        known = [(str(self.box.itemData(n)), self.box.itemText(n)) for n in range(self.box.count())]
        with QSignalBlocker(self.box):
            if known != list(choices):
                self.box.clear()
                for each, words in choices:
                    self.box.addItem(words, each)
            self.box.setCurrentIndex(self.box.findData(value))
        self.fit()

    def least_px(self) -> int:
        """What is chosen stands there whole."""
        return self.box.fontMetrics().horizontalAdvance(self.box.currentText()) + ARROW_ROOM_PX

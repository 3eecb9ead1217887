"""Lists to choose from with their label, and rows of fields that go on in the next line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.ui.session.state import Choice
from journal.ui.widgets.buttons import LARGE_PX
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.widths import changes_text_size, text_px

ARROW_ROOM_PX = 72
"""What a list takes beside its words: its arrow and the air at both sides."""


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
        if self._base_px and (changes_text_size(event) or event.type() is QEvent.Type.LayoutRequest):
            self.fit()
        return handled

    def fit(self) -> None:
        """Take the width that the text size asks for."""
        if self._base_px:
            self.setFixedWidth(text_px(self, self._base_px))


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
        if base_px:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
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

    def fit(self) -> None:
        """Be as wide as what is chosen, or narrower where the line is: its words then go on below."""
        if self._base_px:
            base, words = text_px(self, self._base_px), self.box.currentText()
            least, most = max(base, self._words_px(words.split())), max(base, self._words_px([words]))
            if (least, most) != (self.minimumWidth(), self.maximumWidth()):
                self.setMinimumWidth(least)
                self.setMaximumWidth(most)
                self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as what is chosen."""
        hint = super().sizeHint()
        return QSize(self.maximumWidth(), hint.height()) if self._base_px else hint

    def _words_px(self, words: Sequence[str]) -> int:
        """The width in pixels that the longest of some words needs in the field."""
        metrics = self.box.fontMetrics()
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + ARROW_ROOM_PX

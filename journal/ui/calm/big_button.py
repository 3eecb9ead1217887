"""The large choices of the room: their words go on in a second line where one is too short for two side by side."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from journal.ui.widgets.buttons import QuietButton

LEAST_HIGH_PX, GAP_PX = 92, 16


class BigButton(QuietButton):
    """One of the four choices. All are alike: none draws the eye more than another."""

    role = "calm"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, large=True)
        self._words = text
        self.setAccessibleName(text)
        self.setMinimumHeight(LEAST_HIGH_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def fit(self, width: int) -> bool:
        """Show the words in one line, or in two where one is wider than `width` px; whether they have room so."""
        for words in (self._words, in_two_lines(self._words)):
            self.setText(words)
            if self.sizeHint().width() <= width:
                return True
        return False


def in_two_lines(text: str) -> str:
    """The words in two lines, as even as can be; a single word stays whole."""
    words = text.split(" ")
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return "\n".join(min(ways, key=lambda way: max(map(len, way)))) if ways else text


class FourChoices(QWidget):
    """Two beside two where there is room for the longest words, else one under the other."""

    def __init__(self, buttons: list[BigButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._columns = 0
        self.alike = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side_by_side = [button.fit((self.width() - GAP_PX) // 2) for button in self._buttons]
        if not all(side_by_side):
            for button in self._buttons:
                button.fit(self.width())
        self._arrange(2 if all(side_by_side) else 1)
        self.keep_alike(alike=self.alike)

    def keep_alike(self, *, alike: bool) -> None:
        """Give all of them the height of the highest, or each row that of its own."""
        self.alike = alike
        for button in self._buttons:
            button.setMinimumHeight(self._highest(self._buttons) if alike else LEAST_HIGH_PX)

    @property
    def more_px(self) -> int:
        """How much higher they stand when they are all alike."""
        rows = [self._buttons[at : at + self._columns] for at in range(0, len(self._buttons), self._columns)]
        return sum(self._highest(self._buttons) - self._highest(row) for row in rows)

    def _highest(self, buttons: list[BigButton]) -> int:
        return max(LEAST_HIGH_PX, *(button.sizeHint().height() for button in buttons))

    def minimumSizeHint(self) -> QSize:
        """One column is always possible."""
        hint = super().minimumSizeHint()
        hint.setWidth(max(button.sizeHint().width() for button in self._buttons))
        return hint

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

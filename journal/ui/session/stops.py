"""The way of Enter and of digits over the page: from each question to the next one that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.row_state import spoken_result


class Stops(QObject):
    """Questions in the order of the keyboard. `announce(widget, text)` speaks an answer once."""

    def __init__(self, announce: Callable[[QWidget, str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._announce = announce
        self._stops: list[QWidget] = []

    def lead(self, stops: Sequence[QWidget]) -> None:
        """Take these questions in this order. Each but the last has a signal `onward`; rows also go back."""
        self._stops = list(stops)
        for stop in stops:
            onward = getattr(stop, "onward", None)
            if onward is not None:
                onward.connect(lambda *given, stop=stop: self._go(stop, 1, *given))
            if isinstance(stop, AnswerRow):
                stop.backward.connect(lambda clear, stop=stop: self._back(stop, clear=clear))

    def go_on(self, stop: QWidget) -> None:
        """Bring the keyboard to the question after this one."""
        self._go(stop, 1)

    def _go(self, stop: QWidget, by: int, answered: bool = False) -> None:
        if answered and isinstance(stop, AnswerRow):
            self._announce(stop, spoken_result(stop.row))
        place = self._stops.index(stop) + by
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        while 0 <= place < len(self._stops):
            target = self._stops[place]
            if not target.isHidden() and target.isVisibleTo(target.window()):
                target.setFocus(reason)
                return
            place += by

    def _back(self, row: AnswerRow, *, clear: bool) -> None:
        """Backspace clears the answer that is here, before it goes back."""
        if clear and row.row.answered:
            row.clear_answer()
        else:
            self._go(row, -1)

"""Leads the keyboard from row to row and says each step once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.row_state import spoken_place, spoken_result


class RowChain(QObject):
    """The rows of a page in the order of the keyboard.

    `announce(widget, text)` speaks. A step is said twice over different ways, because readers
    listen to one or the other: as an announcement and as the description of the focused row.
    """

    ended = Signal()
    """The keyboard went on from the last row."""

    begun = Signal()
    """The keyboard went back from the first row."""

    def __init__(self, announce: Callable[[QWidget, str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._announce = announce
        self._rows: list[AnswerRow] = []
        self._known: set[AnswerRow] = set()
        self._spoken_before = ""

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The rows that can be reached now, in order."""
        return tuple(self._rows)

    def lead(self, rows: Sequence[AnswerRow]) -> None:
        """Take these rows, in this order."""
        self._rows = list(rows)
        for row in rows:
            if row not in self._known:
                self._connect(row)
        self._known = set(rows) | {row for row in self._known if row.parent() is not None}

    def flush(self) -> None:
        """Hand over what is half typed in any row."""
        for row in self._rows:
            row.flush()

    def focus_first_open(self) -> None:
        """Bring the keyboard to the first row without an answer, else to the first."""
        target = next((row for row in self._rows if not row.row.answered), self._rows[0] if self._rows else None)
        if target is not None:
            target.take_focus(Qt.FocusReason.OtherFocusReason)

    def _connect(self, row: AnswerRow) -> None:
        row.onward.connect(lambda answered: self._go(row, 1, answered=answered))
        row.backward.connect(lambda clear: self._go(row, -1, clear=clear))
        row.reached.connect(lambda: self._describe(row))
        row.stayed.connect(lambda: self._say_where_it_stays(row))
        row.destroyed.connect(lambda: self._known.discard(row))

    def _go(self, row: AnswerRow, by: int, *, answered: bool = False, clear: bool = False) -> None:
        if row not in self._rows:
            return
        place = self._rows.index(row) + by
        if place < 0:
            if clear:
                row.clear_answer()
            self.begun.emit()
            return
        if place >= len(self._rows):
            self._spoken_before = ""
            if answered:
                self._announce(row, spoken_result(row.row))
            self.ended.emit()
            return
        target = self._rows[place]
        if clear:
            target.clear_answer()
        self._spoken_before = spoken_result(row.row) + " " if answered else ""
        target.take_focus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)

    def _describe(self, row: AnswerRow) -> None:
        """Say where the keyboard is now, after what was answered just before."""
        if row not in self._rows:
            return
        said = self._spoken_before + spoken_place(row.row, self._rows.index(row) + 1, len(self._rows))
        stepped = bool(self._spoken_before)
        self._spoken_before = ""
        row.focus_target().setAccessibleDescription(said)
        if stepped:
            self._announce(row.focus_target(), said)

    def _say_where_it_stays(self, row: AnswerRow) -> None:
        """An answer that leaves the keyboard where it is changes the description of the row."""
        if row in self._rows and row.focus_target().hasFocus():
            place = spoken_place(row.row, self._rows.index(row) + 1, len(self._rows))
            row.focus_target().setAccessibleDescription(place)

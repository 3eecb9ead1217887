"""The table of vitals: a column a time, a row a measure, broken into blocks where there is little width."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from journal.ui.session.typed_field import SavingEdit
from journal.ui.session.vitals_state import Cell, Column, VitalsState
from journal.ui.widgets.labels import Caption, Words
from journal.ui.widgets.spoken_role import speak_as
from journal.ui.widgets.widths import changes_text_size, text_px

WIDEST_CELL_PX = 120
GAP_PX = 8
ROW_GAP_PX = 8
LONGEST_NUMBER = 4
LONGEST_CHAIN = 10_000

Place = tuple[int, int]
"""Column and row of a cell."""


class VitalEdit(SavingEdit):
    """One number. Tab goes down the column and on to the next, arrows go anywhere, Enter leaves the table."""

    wanted = Signal(int, int)
    """The keyboard wants to go so many columns and rows on."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName(key)
        self.setProperty("role", "cell")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab comes through the table, which knows its own way
        self.setMaxLength(LONGEST_NUMBER)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_cell(self, cell: Cell) -> None:
        """Show a number."""
        self.setAccessibleName(cell.name)
        self.setAccessibleDescription(cell.hint)
        self.render_text(cell.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows leave the cell where the caret is at its edge; a slash goes from upper to lower."""
        move = self._move(event)
        if move is None:
            super().keyPressEvent(event)
        else:
            self.wanted.emit(*move)

    def _move(self, event: QKeyEvent) -> Place | None:
        if event.text() == "/":
            return (0, 1)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        free = not self.text() or self.hasSelectedText()
        keys: dict[int, Place] = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        to_right = -1 if self.isRightToLeft() else 1  # the columns stand the other way round there
        if free or self.cursorPosition() == 0:
            keys[Qt.Key.Key_Left] = (-to_right, 0)
        if free or self.cursorPosition() == len(self.text()):
            keys[Qt.Key.Key_Right] = (to_right, 0)
        return keys.get(event.key())


class VitalsTable(QWidget):
    """Renders the columns of a state. Coming in by Tab, the keyboard begins at the first empty column."""

    typed = Signal(str, str)
    onward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[str, ...] = ()
        self._edits: dict[str, VitalEdit] = {}
        self._headings: list[Caption] = []
        self._labels: list[Words] = []
        self._repeated: list[Words] = []
        self._per_block = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_PX)
        self._grid.setVerticalSpacing(ROW_GAP_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        speak_as(self, QAccessible.Role.Grouping)
        self.setProperty("own_focus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def edit(self, key: str) -> VitalEdit:
        """The field of a cell."""
        return self._edits[key]

    def render_table(self, state: VitalsState) -> None:
        """Show the numbers; cells that stay keep their field and the keyboard."""
        shape = (self._rows, [column.minute for column in self._columns])
        self._rows, self._columns = state.rows, state.columns
        for column in state.columns:
            for cell in column.cells:
                self._field(cell).render_cell(cell)
        if shape != (state.rows, [column.minute for column in state.columns]):
            self._per_block = 0
            self._name()
            self._arrange()

    def flush(self) -> None:
        """Hand over what is half typed."""
        for edit in self._edits.values():
            edit.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard to the first cell of the first empty column, from behind to the last number."""
        super().focusInEvent(event)
        backwards = event.reason() == Qt.FocusReason.BacktabFocusReason
        target = self._last_filled() if backwards else self._first_free()
        self._edits[target].setFocus(event.reason())

    def _first_free(self) -> str:
        column = next((column for column in self._columns if column.empty), self._columns[0])
        return column.cells[0].key

    def _last_filled(self) -> str:
        filled = [cell.key for column in self._columns for cell in column.cells if cell.text]
        return filled[-1] if filled else self._columns[0].cells[0].key

    def _field(self, cell: Cell) -> VitalEdit:
        edit = self._edits.get(cell.key)
        if edit is None:
            edit = self._edits[cell.key] = VitalEdit(cell.key, self)
            edit.typed.connect(lambda text, key=cell.key: self.typed.emit(key, text))
            edit.onward.connect(self.onward)
            edit.wanted.connect(lambda across, down, key=cell.key: self._go(key, across, down))
        return edit

    def _go(self, key: str, across: int, down: int) -> None:
        column, row = self._place(key)
        column, row = column + across, row + down
        if 0 <= column < len(self._columns) and 0 <= row < len(self._rows):
            self._edits[self._columns[column].cells[row].key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, key: str) -> Place:
        return next(
            (c, r) for c, column in enumerate(self._columns) for r, cell in enumerate(column.cells) if cell.key == key
        )

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes down and on to the next column; from a column without a number it leaves the table."""
        key = next((key for key, edit in self._edits.items() if edit.hasFocus()), None)
        if key is None:
            return super().focusNextPrevChild(forwards)
        self._edits[key].flush()
        column, row = self._place(key)
        empty = not any(self._edits[cell.key].text() for cell in self._columns[column].cells)
        at = column * len(self._rows) + row + (1 if forwards else -1)
        if empty or not 0 <= at < len(self._columns) * len(self._rows):
            return self._leave(forwards=forwards)
        target = self._columns[at // len(self._rows)].cells[at % len(self._rows)]
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        self._edits[target.key].setFocus(reason)
        return True

    def _leave(self, *, forwards: bool) -> bool:
        """Go past every cell: the next stop of the window that is not in this table."""
        stop: QWidget = self
        for _n in range(LONGEST_CHAIN):
            following = stop.nextInFocusChain() if forwards else stop.previousInFocusChain()
            if following is None or following is self:
                return False
            stop = following
            takes = bool(stop.focusPolicy() & Qt.FocusPolicy.TabFocus) and stop.isEnabled()
            if takes and stop.isVisibleTo(self.window()) and not self.isAncestorOf(stop) and stop.focusProxy() is None:
                stop.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the table where it would be too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One column is enough: the others go on below."""
        return QSize(self._label_px() + GAP_PX + self._cell_px(), self._grid.minimumSize().height())

    def event(self, event: QEvent) -> bool:
        """Break it again at another text size."""
        handled = super().event(event)
        if changes_text_size(event) and hasattr(self, "_grid"):
            self._arrange()
        return handled

    def _name(self) -> None:
        _take_away(self._headings)
        _take_away(self._labels)
        self._headings = [Caption(column.heading, self, wrap=False) for column in self._columns]
        for heading in self._headings:
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._labels = [Words(words, self, wrap=False) for words in self._rows]

    def _label_px(self) -> int:
        return _widest(self._labels)

    def _cell_px(self) -> int:
        shown = (self._edits[column.cells[0].key] for column in self._columns)
        return max(_widest(self._headings), _widest(shown))

    def _arrange(self) -> None:
        if not self._columns:
            return
        room = max(1, self.width() - self._label_px())
        per_block = max(1, min(len(self._columns), room // (self._cell_px() + GAP_PX)))
        blocks = -(-len(self._columns) // per_block)
        per_block = -(-len(self._columns) // blocks)
        if per_block == self._per_block:
            return
        self._per_block = per_block
        self._clear()
        for n, column in enumerate(self._columns):
            self._put(n, column, n % per_block, (n // per_block) * (len(self._rows) + 1))
        for block in range(blocks):
            self._put_labels(block * (len(self._rows) + 1))
        for n in range(self._grid.columnCount()):
            self._grid.setColumnStretch(n, 1 if 0 < n <= per_block else 0)
        self.updateGeometry()

    def _clear(self) -> None:
        shown = {cell.key for column in self._columns for cell in column.cells}
        _take_away(self._repeated)
        while self._grid.count():
            self._grid.takeAt(0)
        for key in set(self._edits) - shown:
            self._edits.pop(key).deleteLater()

    def _put(self, number: int, column: Column, across: int, top: int) -> None:
        self._grid.addWidget(self._headings[number], top, across + 1)
        self._headings[number].show()
        for down, cell in enumerate(column.cells, 1):
            edit = self._edits[cell.key]
            edit.setMaximumWidth(text_px(self, WIDEST_CELL_PX))
            self._grid.addWidget(edit, top + down, across + 1)
            edit.show()

    def _put_labels(self, top: int) -> None:
        labels = self._labels
        if top:
            labels = [Words(words, self, wrap=False) for words in self._rows]
            self._repeated += labels
        for down, label in enumerate(labels, 1):
            self._grid.addWidget(label, top + down, 0)
            label.show()


def _take_away(words: list[Caption] | list[Words]) -> None:
    for word in words:
        word.hide()
        word.deleteLater()
    words.clear()


def _widest(widgets: Iterable[QWidget]) -> int:
    hints = []
    for widget in widgets:
        widget.ensurePolished()  # the stylesheet gives it its font and its air
        hints.append(widget.minimumSizeHint().width())
    return max(hints, default=0)

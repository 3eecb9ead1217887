"""What a name or a column becomes: the form under the list, one line of the list at a time."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.model.items import Better, Kind
from journal.texts.translation import _
from journal.ui.bringing_in.search_box import SearchBox
from journal.ui.settings.rows import button
from journal.ui.widgets.combo_box import ComboBox, choice_box
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labelled_rows import LabelledRows
from journal.ui.widgets.labels import Strong

LONGEST_LABEL = 80


class AnswerForm(QWidget):
    """Where the line goes, `way`, comes first; the rows after it are shown as that asks for them."""

    next_wanted = Signal()
    left = Signal()
    """The person wants back to the list."""

    def __init__(self, way: str, onward: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.way = Strong(), SearchBox(way)
        self.label, self.medicine = TextField(), TextField()
        self.label.setMaxLength(LONGEST_LABEL)
        self.kind, self.better = kind_box(), better_box()
        self.lowest, self.highest = TextField(), TextField()
        self.next = button(onward, self.next_wanted.emit)
        self.rows = LabelledRows()
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.setFocusProxy(self.way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list; Enter in a field takes it and goes on to the next line."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _put_rows(self, rows: Iterable[tuple[str, QWidget]]) -> None:
        for words, field in rows:
            self.rows.add(words, field)

    def _lay_out(self, *below: QWidget) -> None:
        """Put the name above the rows; under them `below` and the button that goes on."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addLayout(self.rows)
        for widget in (*below, FlowRow(self.next)):
            column.addWidget(widget)

    def _show(self, rows: Iterable[tuple[QWidget, bool]]) -> None:
        for field, there in rows:
            self.rows.setRowVisible(field, there)

    @staticmethod
    def _put(field: TextField, text: str, *, fresh: bool) -> None:
        """Show a text, but never over what is being typed for the same line."""
        if (fresh or not field.hasFocus()) and field.text() != text:
            field.setText(text)

    def _choose(self, kind: Kind, better: Better) -> None:
        for box, value in ((self.kind, kind), (self.better, better)):
            box.setCurrentIndex(max(0, box.findData(value)))


def kind_box() -> ComboBox:
    """How a new item is answered."""
    return choice_box(
        (_("Steps"), Kind.SCALE),
        (_("A count"), Kind.COUNT),
        (_("Hours"), Kind.HOURS),
        (_("Yes or no"), Kind.YES_NO),
        wide=True,
    )


def better_box() -> ComboBox:
    """Which end of a scale is the better one."""
    return choice_box(
        (_("Lower is better"), Better.LOWER),
        (_("Higher is better"), Better.HIGHER),
        (_("Neither"), Better.NONE),
        wide=True,
    )

"""The open lines of one kind: a field that takes new ones with Enter, and the lines below it in their order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.model.appointments import QuestionKind
from journal.texts.appointments import kind_words
from journal.texts.translation import _
from journal.ui.appointments.line_row import LineRow
from journal.ui.appointments.state import CollectedState
from journal.ui.widgets.beside_row import BesideRow
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow

LINE_AT_MOST = 500

FIELD_PX = 300
"""The least width of the field beside its button: its hint has room."""


class CollectedCard(Card):
    """Signals are wishes, each about a line by its id."""

    added = Signal(object, str)
    reworded = Signal(str, str)
    moved = Signal(str, int)
    brought_up = Signal(str)
    deleted = Signal(str)
    built = Signal()
    """Other lines stand here than before, or in another order."""

    def __init__(self, kind: QuestionKind, parent: QWidget | None = None) -> None:
        super().__init__(kind_words(kind), parent)
        self.kind = kind
        self.field, self.add = TextField(), QuietButton(_("Add"))
        self.field.setMaxLength(LINE_AT_MOST)
        self.field.setPlaceholderText(_hint(kind))
        self.field.setAccessibleName(_("{list}: a new line").format(list=kind_words(kind)))
        self.field.setAccessibleDescription(_hint(kind))
        self.add.setAccessibleName(_("Add to {list}").format(list=kind_words(kind)))
        self.rows: dict[str, LineRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addWidget(BesideRow(self.field, FlowRow(self.add), FIELD_PX, spacing=8))
        self.body.addLayout(self._list)
        self.field.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)

    def render_state(self, state: CollectedState) -> None:
        """Show the lines; those that stay are kept, so that the keyboard keeps its place."""
        order = [line.id for line in state.lines]
        before = list(self.rows)
        lost = self._throw_away([key for key in before if key not in order])
        for place, line in enumerate(state.lines):
            if line.id in self.rows:
                self.rows[line.id].show_line(line)
            else:
                self._make(line.id, LineRow(line))
            if self._list.indexOf(self.rows[line.id]) != place:
                self._put(self.rows[line.id], place)
        self.rows = {key: self.rows[key] for key in order}
        if lost:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if order != before:
            self.built.emit()

    def flush(self) -> None:
        """Hand over words that are being changed."""
        for row in self.rows.values():
            row.flush()

    def _make(self, key: str, row: LineRow) -> None:
        self.rows[key] = row
        self._list.addWidget(row)
        for told, telling in (
            (row.reworded, self.reworded),
            (row.moved, self.moved),
            (row.brought_up, self.brought_up),
            (row.deleted, self.deleted),
        ):
            told.connect(telling)

    def _put(self, row: LineRow, place: int) -> None:
        self._list.removeWidget(row)
        self._list.insertWidget(place, row)

    def _throw_away(self, keys: list[str]) -> bool:
        """Take rows away; whether one of them had the keyboard."""
        had = False
        for key in keys:
            row = self.rows.pop(key)
            focused = row.window().focusWidget()
            had = had or (focused is not None and row.isAncestorOf(focused))
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        return had

    def _on_add(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.added.emit(self.kind, text)


def _hint(kind: QuestionKind) -> str:
    if kind is QuestionKind.QUESTION:
        return _("Something to ask")
    return _("Something to tell")

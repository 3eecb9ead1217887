"""What every row of a check-in has in common: one question, one tab stop, one answer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QGroupBox, QMenu, QWidget

from journal.model.entries import State
from journal.texts.translation import _
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.row_state import RowState


class AnswerRow(QGroupBox):
    """One question with its answer. A group box, so that assistive technology sees a group."""

    answered = Signal(str, object, object)
    """The person answered: item key, value or None, State or None (None and None clears)."""

    onward = Signal(bool)
    """The keyboard goes on; true when an answer was just given."""

    backward = Signal(bool)
    """The keyboard goes back; true when the row there is to be cleared."""

    stayed = Signal()
    """An answer was given or taken away and the keyboard stays on the row."""

    reached = Signal()
    """The row got the keyboard focus."""

    def __init__(self, row: RowState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.theme = theme
        self.setFlat(True)
        self.setContentsMargins(0, 0, 0, 0)
        self.setObjectName(f"row_{row.key}")
        self.setAccessibleName(row.label)
        self.setAccessibleDescription(row.spoken_answer)
        theme.changed.connect(self.update)

    def render_row(self, row: RowState) -> None:
        """Show another state of the same question."""
        self.row = row
        self.setAccessibleName(row.label)
        if not self.focus_target().hasFocus():
            self.setAccessibleDescription(row.spoken_answer)
        self.update()

    def focus_target(self) -> QWidget:
        """The widget that takes the keyboard focus."""
        return self

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Bring the keyboard here."""
        self.focus_target().setFocus(reason)

    def flush(self) -> None:
        """Hand over what is half typed."""

    def give(self, value: float | None, state: State | None, *, moves: bool = False) -> None:
        """Answer; `moves` sends the keyboard to the next row. Shown at once, saved by whoever listens."""
        self.render_row(replace(self.row, value=value, state=state, shown=self.shown_text(value)))
        self.answered.emit(self.row.key, value, state)
        if moves:
            self.onward.emit(True)
        else:
            self.stayed.emit()

    def shown_text(self, value: float | None) -> str:
        """A value as the row shows it."""
        return "" if value is None else f"{value:g}"

    def clear_answer(self) -> None:
        """Take the answer away."""
        if self.row.state is not None:
            self.give(None, None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer with the pointer what − and Backspace do."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = (
            (_capital(self.row.aside_words), lambda: self.give(None, State.NOT_APPLICABLE)),
            (_("Clear the answer"), self.clear_answer),
        )
        for words, do in choices:
            action = QAction(words, menu)
            action.triggered.connect(do)
            menu.addAction(action)
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Keep the whole width: a group box makes room for a frame that is not drawn here."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setContentsMargins(0, 0, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell whoever leads the keyboard."""
        super().focusInEvent(event)
        self.reached.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint without the ring, and be described by the answer again."""
        super().focusOutEvent(event)
        self.setAccessibleDescription(self.row.spoken_answer)
        self.update()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

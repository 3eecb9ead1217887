"""Under the table: the day that the keyboard is on, with its note, or why it is only read and the way to open it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal.app.week_entries import Standing
from journal.texts.translation import _
from journal.ui.back_entry.state import DayHead
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.labels import Body, Strong
from journal.ui.widgets.widths import text_px

LONGEST_NOTE = 4000
ACROSS_PX = 560
"""The day, its words and the button beside each other, at the ordinary text size."""


class DayFoot(QWidget):
    """`written` carries a day and its note."""

    written = Signal(object, str)
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: DayHead | None = None
        self.name, self.told = Strong("", wrap=False), Body()
        self.note, self.open = TextField(), QuietButton(_("Open this day"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(_("Anything to note. Only you see this."))
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.note, 1)
        row.addWidget(self.told, 1)
        row.addWidget(self.open)
        row.setAlignment(self.open, Qt.AlignmentFlag.AlignLeft)
        self.note.editingFinished.connect(self.flush)
        self.open.clicked.connect(self.open_wanted)
        self.render_day(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In large text, or a narrow window, one stands below the other."""
        super().resizeEvent(event)
        across = self.width() >= text_px(self, ACROSS_PX)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """The width that one below the other needs: the row makes way before it is too narrow."""
        hint = super().minimumSizeHint()
        parts = [part.minimumSizeHint().width() for part in (self.name, self.note, self.told, self.open)]
        return QSize(min(hint.width(), max(parts)), hint.height())

    def render_day(self, day: DayHead | None) -> None:
        """Show a day; what is being typed about another one is handed over first."""
        if day is None or self._day is None or day.day != self._day.day:
            self.flush()
        before, self._day = self._day, day
        self.name.setText(day.spoken if day else "")
        self.note.setVisible(day is not None and day.open)
        self.told.setVisible(day is not None and not day.open)
        self.open.setVisible(day is not None and day.standing in (Standing.LOGGED, Standing.TODAY))
        if day is None:
            return
        self.told.setText(day.told)
        self.note.setAccessibleName(_("Note, {day}").format(day=day.spoken))
        self.open.setAccessibleName(_("Open {day}").format(day=day.spoken))
        moved = before is None or before.day != day.day
        if self.note.text() != day.note and (moved or not self.note.hasFocus()):
            self.note.setText(day.note)

    def flush(self) -> None:
        """Hand over a note that was changed."""
        if self._day is not None and self._day.open and self.note.text() != self._day.note:
            self.written.emit(self._day.day, self.note.text())

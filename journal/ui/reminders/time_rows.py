"""The times of reminders, one row each: the time of day, the weekdays, and the way to take it away."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.model.reminders import ReminderTime
from journal.texts.dates import heading, weekday_name
from journal.texts.translation import _
from journal.ui.reminders.state import RemindersState, TimeRow
from journal.ui.treatment.time_field import TimeField
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption


class TimeRowView(QWidget):
    """One time. `weekdays` are in the order of the person's week, 0 being Monday."""

    changed = Signal(object)
    """The `ReminderTime` that stands there now."""
    remove_wanted = Signal()

    def __init__(self, row: TimeRow, weekdays: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TimeField(row.wall)
        self.field.setKeyboardTracking(False)
        self.days = {day: CheckBox(heading(weekday_name(day, width="abbreviated"))) for day in weekdays}
        self.remove = TextButton(_("Remove"))
        self.note = Caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(FlowRow(self.field, *self.days.values(), self.remove, spacing=14))
        column.addWidget(self.note)
        self.render_row(row)
        self.field.timeChanged.connect(lambda _time: self._tell())
        for box in self.days.values():
            box.clicked.connect(lambda _checked: self._tell())
        self.remove.clicked.connect(self.remove_wanted)

    def render_row(self, row: TimeRow) -> None:
        """Show what holds; what is being typed in the field stays."""
        with QSignalBlocker(self.field):
            if self.field.wall != row.wall:
                self.field.setTime(QTime(row.wall.hour, row.wall.minute))
        self.field.setAccessibleName(_("Time of reminder {n}").format(n=row.number + 1))
        self.remove.setAccessibleName(_("Remove the reminder at {time}").format(time=row.name))
        for day, box in self.days.items():
            box.setChecked(day in row.wanted.weekdays)
            words = _("{weekday}, the reminder at {time}")
            box.setAccessibleName(words.format(weekday=weekday_name(day), time=row.name))
        self.note.setText(row.note)
        self.note.setVisible(bool(row.note))

    def flush(self) -> None:
        """Take over what is half typed."""
        self.field.interpretText()

    def _tell(self) -> None:
        wall = self.field.wall
        ticked = frozenset(day for day, box in self.days.items() if box.isChecked())
        self.changed.emit(ReminderTime(wall.hour * 60 + wall.minute, ticked))


class TimeRows(QWidget):
    """All of them. Rows are made anew only when their number or the order of the weekdays changes."""

    changed = Signal(int, object)
    remove_wanted = Signal(int)
    built = Signal()
    """There are other rows than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[TimeRowView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(20)
        self._weekdays: tuple[int, ...] = ()

    def render_state(self, state: RemindersState) -> None:
        """Show the times."""
        if len(state.rows) != len(self.rows) or state.weekdays != self._weekdays:
            self._build(state)
        for view, row in zip(self.rows, state.rows, strict=True):
            view.render_row(row)

    def flush(self) -> None:
        """Take over what is half typed."""
        for view in list(self.rows):
            view.flush()

    def _build(self, state: RemindersState) -> None:
        for view in self.rows:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._weekdays = state.weekdays
        self.rows = [self._made(row, state.weekdays) for row in state.rows]
        self.setVisible(bool(self.rows))
        self.built.emit()

    def _made(self, row: TimeRow, weekdays: tuple[int, ...]) -> TimeRowView:
        view = TimeRowView(row, weekdays)
        view.changed.connect(lambda wanted: self.changed.emit(row.number, wanted))
        view.remove_wanted.connect(lambda: self.remove_wanted.emit(row.number))
        self._column.addWidget(view)
        return view

"""Medicines on Today: each planned dose with its three answers, and those taken as needed."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.today.beside_state import DoseState, TimeState
from journal.ui.treatment.press_button import PillButton
from journal.ui.treatment.time_field import TimeField
from journal.ui.widgets.buttons import LARGE_PX, QuietButton, TextButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Subtitle


class DoseTime(QWidget):
    """What became of a dose with its time, which can be corrected; one taken as needed can be taken out."""

    given = Signal(str, object)
    """The intake's id and another time of day."""

    removed = Signal(str)

    def __init__(self, state: TimeState, *, removable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._words = Caption(state.words)
        self.field = TimeField(state.wall)
        self.field.setMinimumHeight(LARGE_PX)
        self.field.setAccessibleName(state.spoken)
        self.field.editingFinished.connect(self._on_finished)
        self.remove = TextButton(_("Remove"), large=True)
        self.remove.clicked.connect(lambda: self.removed.emit(self.state.intake_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.field)
        row.addWidget(self.remove)
        self.remove.setVisible(removable)  # not before it stands here: it would be a window of its own

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return (self.field,) if self.remove.isHidden() else (self.field, self.remove)

    def render_time(self, state: TimeState) -> None:
        """Show another time, but never over what is being typed."""
        before, self.state = self.state, state
        self._words.setText(state.words)
        self.field.setAccessibleName(state.spoken)
        if state.wall != before.wall or not self.field.hasFocus():
            self.field.setTime(QTime(state.wall.hour, state.wall.minute))

    def _on_finished(self) -> None:
        """Tell of a time only when it is another one: leaving the field changes nothing."""
        wall: time = self.field.wall
        if wall != self.state.wall:
            self.given.emit(self.state.intake_id, wall)


class DoseBlock(QWidget):
    """One medicine: its dose, its answers, and the times."""

    answered = Signal(str, object)
    """The key of a planned dose, and what became of it."""

    taken_now = Signal(str)
    time_given = Signal(str, object)
    removed = Signal(str)

    def __init__(self, state: DoseState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = state.key
        self._title = Body(state.title)
        self._buttons: dict[object, QWidget] = {}
        self._times: dict[str, DoseTime] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self._title)
        self._box.addWidget(self._make_buttons(state))
        self.render_dose(state)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return (*self._buttons.values(), *(stop for line in self._times.values() for stop in line.stops))

    def render_dose(self, state: DoseState) -> None:
        """Show other answers to the same dose."""
        self._title.setText(state.title)
        self.setAccessibleName(state.title)
        for press in state.presses:
            button = self._buttons[press.taken]
            if isinstance(button, PillButton):
                button.setChecked(press.held)
        shown = {line.intake_id for line in state.times}
        for intake_id in set(self._times) - shown:
            self._drop(intake_id)
        for line in state.times:
            if line.intake_id in self._times:
                self._times[line.intake_id].render_time(line)
            else:
                self._times[line.intake_id] = self._new_time(line, removable=bool(state.take))

    def _make_buttons(self, state: DoseState) -> FlowRow:
        row = FlowRow()
        for press in state.presses:
            pill = PillButton(press.words)
            pill.clicked.connect(lambda _on=False, taken=press.taken: self.answered.emit(self.key, taken))
            self._add(row, press.taken, pill, state.title)
        if state.take:
            now = QuietButton(state.take, large=True)
            now.clicked.connect(lambda: self.taken_now.emit(self.key))
            self._add(row, "now", now, state.title)
        return row

    def _add(self, row: FlowRow, name: object, button: QuietButton, title: str) -> None:
        button.setMinimumHeight(LARGE_PX)
        button.setAccessibleName(_("{medicine}: {answer}").format(medicine=title, answer=button.text()))
        self._buttons[name] = button
        row.add(button)

    def _new_time(self, state: TimeState, *, removable: bool) -> DoseTime:
        line = DoseTime(state, removable=removable)
        line.given.connect(self.time_given)
        line.removed.connect(self.removed)
        self._box.addWidget(line)
        line.show()
        return line

    def _drop(self, intake_id: str) -> None:
        line = self._times.pop(intake_id)
        if line.isAncestorOf(self.focusWidget() or self):
            next(iter(self._buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()


class DoseCard(Card):
    """The medicines of the day. It says what was written down and nothing of what was not."""

    answered = Signal(str, object)
    taken_now = Signal(str)
    time_given = Signal(str, object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(_("Medicines"))
        self.body.addWidget(Subtitle(_("Medicines")))
        self.body.setSpacing(14)
        self.blocks: list[DoseBlock] = []
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return tuple(stop for block in self.blocks for stop in block.stops)

    def render_doses(self, doses: tuple[DoseState, ...]) -> bool:
        """Show these medicines; true when other controls stand here than before."""
        before = self.stops
        if [block.key for block in self.blocks] != [dose.key for dose in doses]:
            self._make_blocks(doses)
        for block, dose in zip(self.blocks, doses, strict=True):
            block.render_dose(dose)
        self.setVisible(bool(doses))
        return self.stops != before

    def _make_blocks(self, doses: tuple[DoseState, ...]) -> None:
        for block in self.blocks:
            self.body.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = [DoseBlock(dose) for dose in doses]
        for block in self.blocks:
            block.answered.connect(self.answered)
            block.taken_now.connect(self.taken_now)
            block.time_given.connect(self.time_given)
            block.removed.connect(self.removed)
            self.body.addWidget(block)
            block.show()

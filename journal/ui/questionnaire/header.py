"""The top of a questionnaire: its name, when it was filled in, and which time it asks about."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.questionnaire.state import ChoiceState, QuestionnaireState
from journal.ui.treatment.time_field import TimeField
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.buttons import LARGE_PX, ChoiceButton, show_chosen
from journal.ui.widgets.date_field import DateField, labelled
from journal.ui.widgets.flow_row import FlowLayout, FlowRow
from journal.ui.widgets.labels import Body, Caption, PageTitle


class ChoiceLine(QWidget):
    """A few answers beside their label; one tab stop."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Caption(wrap=False)
        self.buttons: dict[str, ChoiceButton] = {}
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self)
        self._row.addWidget(self.label)
        self.hide()

    def render_choice(self, choice: ChoiceState) -> None:
        """Show the answers and which one holds."""
        self.setVisible(bool(choice.choices))
        self.label.setText(choice.label)
        if [value for value, _words in choice.choices] != list(self.buttons):
            self._make(choice)
        if choice.chosen in self.buttons:
            show_chosen(self.buttons, choice.chosen)

    def _make(self, choice: ChoiceState) -> None:
        for old in self.buttons.values():
            old.hide()
            old.deleteLater()
        self.buttons = {}
        for value, words in choice.choices:
            button = ChoiceButton(words, large=True)
            button.setAccessibleDescription(choice.label)
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self._row.addWidget(button)
            self.buttons[value] = button


class Header(QWidget):
    """Signals are wishes: another time (a day and a time of day), another span, another end of the scale."""

    time_given = Signal(object, object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.caption, self.note = PageTitle(), Caption(), Body()
        self.back = BackButton(_("Questionnaires"), _("Back to Questionnaires"))
        self.back.clicked.connect(self.back_wanted)
        self.day = DateField(_("Day"), least_height=LARGE_PX)
        self.clock = TimeField(time(0))
        self.clock.setMinimumHeight(LARGE_PX)
        self.clock.setAccessibleName(_("Time"))
        self.span, self.highest = ChoiceLine(), ChoiceLine()
        self._shown: tuple[object, object] = (None, None)
        self.day.editingFinished.connect(self._on_time)
        self.clock.editingFinished.connect(self._on_time)
        self._lay_out()

    def render_state(self, state: QuestionnaireState) -> None:
        """Show a questionnaire."""
        self.title.setText(state.title)
        self.caption.setText(state.caption)
        self.note.setText(state.note)
        self.note.setVisible(bool(state.note))
        self._shown = (state.day, state.wall)
        self.day.show_day(state.day)
        self._clock_holder.setVisible(state.wall is not None)
        if state.wall is not None and not self.clock.hasFocus():
            self.clock.blockSignals(True)
            self.clock.setTime(QTime(state.wall.hour, state.wall.minute))
            self.clock.blockSignals(False)
        self.span.render_choice(state.span)
        self.highest.render_choice(state.highest)

    def show_last_day(self, last: QDate) -> None:
        """No day after this one can be chosen."""
        self.day.setMaximumDate(last)

    def _on_time(self) -> None:
        """Tell of a time only when it is another one: leaving a field changes nothing."""
        given = (self.day.day, self.clock.wall)
        if given != self._shown and self._shown[1] is not None:
            self._shown = given
            self.time_given.emit(*given)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(words, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._clock_holder = labelled(_("Time"), self.clock)
        when = FlowRow(labelled(_("Day"), self.day), self._clock_holder, self.span, self.highest, spacing=16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.note)
        column.addWidget(when)

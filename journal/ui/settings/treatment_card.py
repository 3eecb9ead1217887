"""Treatment: which there is, what is asked because of it, and when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.model.due_forms import LAST_HOUR, MOST_HOURS
from journal.texts.translation import _
from journal.ui.first_start.state import treatment_words
from journal.ui.settings.rows import CheckRow, ChoiceRow, button
from journal.ui.settings.state import HourChoice, SettingsState, body_choices, with_hours
from journal.ui.treatment.press_button import PillButton
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong
from journal.ui.widgets.tab_order import put_in_place

FIELD_EMS = 5


class TreatmentCard(Card):
    """Every change is one of the journal's own settings."""

    journal_setting = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("Treatment"))
        self._boxes = {key: CheckRow(words) for key, words in treatment_words()}
        self._body = ChoiceRow(_("Ask about body and side effects"), body_choices())
        self.hours = AfterHours()
        self._month = CheckRow(_("Offer the monthly look while a ketamine or esketamine course is open"))
        self._idle = CheckRow(_("While a session is open, close after 30 minutes"))
        self.body.addWidget(Strong(_("Under way now")))
        for box in self._boxes.values():
            box.changed.connect(lambda _on: self.journal_setting.emit("treatments", self._ticked()))
            self.body.addWidget(box)
        for widget in (self._body, Divider(), self.hours, Divider(), self._month, self._idle):
            self.body.addWidget(widget)
        self._body.chosen.connect(lambda shown: self.journal_setting.emit("body_shown", shown))
        self.hours.changed.connect(lambda hours: self.journal_setting.emit("after_hours", hours))
        self._month.changed.connect(lambda on: self.journal_setting.emit("monthly_look", on))
        self._idle.changed.connect(lambda on: self.journal_setting.emit("session_idle_30", on))

    def render_state(self, state: SettingsState) -> None:
        """Show what holds."""
        for key, box in self._boxes.items():
            box.set_value(key in state.treatments)
        self._body.set_value(state.body_shown)
        self.hours.render_hours(state.hour_choices)
        self._month.set_value(state.monthly_look)
        self._idle.set_value(state.session_idle_30)

    def _ticked(self) -> list[str]:
        return [key for key, box in self._boxes.items() if box.isChecked()]


class AfterHours(QWidget):
    """The hours after a session at which three questions are asked; `changed` carries all of them."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[HourChoice, ...] = ()
        self._row = FlowRow()
        self.pills: dict[int, PillButton] = {}
        self.field = TextField()
        self.field.setValidator(QIntValidator(1, LAST_HOUR, self.field))
        self.field.setAccessibleName(_("Another number of hours, 1 to {most}").format(most=LAST_HOUR))
        self.field.returnPressed.connect(self._on_added)
        self.add = button(_("Add"), self._on_added)
        self.add.setAccessibleName(_("Add these hours"))
        self._full = Caption(_("Six times are the most."))
        self._build()

    def render_hours(self, choices: tuple[HourChoice, ...]) -> None:
        """Show what holds; a button stays the same widget, so the keyboard stays where it is."""
        self._choices = choices
        for hours in set(self.pills) - {choice.hours for choice in choices}:
            self._drop(hours)
        for choice in choices:
            if choice.hours not in self.pills:
                self._new_pill(choice)
            self.pills[choice.hours].setChecked(choice.chosen)
        self._put_in_order([choice.hours for choice in choices])
        full = len(self._chosen) >= MOST_HOURS
        self._full.setVisible(full)
        self.add.setEnabled(not full)
        self.field.setEnabled(not full)

    @property
    def _chosen(self) -> tuple[int, ...]:
        return tuple(choice.hours for choice in self._choices if choice.chosen)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Strong(_("Three questions after a session")))
        box.addWidget(
            Caption(
                _("The three of “Just three”, about right now, so many hours after a session. None until you choose.")
            )
        )
        box.addWidget(self._row)
        own = Body(_("Other hours"), wrap=False)
        own.setBuddy(self.field)
        self.field.setFixedWidth(FIELD_EMS * self.fontMetrics().height())
        box.addWidget(FlowRow(own, self.field, self.add), 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._full)
        self._full.hide()

    def _new_pill(self, choice: HourChoice) -> None:
        pill = PillButton(choice.words)
        pill.setAccessibleName(_("{hours} after a session").format(hours=choice.words))
        pill.clicked.connect(lambda _on=False, hours=choice.hours: self._on_pressed(hours))
        self.pills[choice.hours] = pill
        self._row.add(pill)
        pill.show()

    def _put_in_order(self, hours: list[int]) -> None:
        """New ones were added at the end."""
        if hours != list(self.pills):
            self.pills = {each: self.pills[each] for each in hours}
            self._row.put(*self.pills.values())
        put_in_place(self)

    def _drop(self, hours: int) -> None:
        pill = self.pills.pop(hours)
        if pill.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        pill.hide()
        pill.setParent(None)
        pill.deleteLater()

    def _on_pressed(self, hours: int) -> None:
        self.changed.emit(with_hours(self._chosen, hours, asked=hours not in self._chosen))

    def _on_added(self) -> None:
        if self.field.hasAcceptableInput() and len(self._chosen) < MOST_HOURS:
            hours = int(self.field.text())
            self.field.clear()
            self.changed.emit(with_hours(self._chosen, hours, asked=True))

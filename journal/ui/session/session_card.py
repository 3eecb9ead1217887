"""What was given and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.session.card_fields import Labelled, ListField
from journal.ui.session.question_row import QuestionRow
from journal.ui.session.state import SessionState
from journal.ui.session.typed_field import TypedField
from journal.ui.widgets.buttons import LARGE_PX, QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.date_field import DateField
from journal.ui.widgets.flow_row import FlowRow

BETWEEN_PX = 12
NUMBER_PX, UNIT_PX, TIME_PX, LIST_PX, DATE_PX, KIND_PX = 70, 92, 80, 140, 120, 186


class SessionCard(Card):
    """Kind, date and time, dose, unit, route, minutes; the weight only where the unit asks for it."""

    typed = Signal(str, str)
    listed = Signal(str, str)
    day_given = Signal(object)
    last_wanted = Signal()
    meant = Signal(str)
    change_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Session"), parent)
        self.kind = ListField("kind", _("Kind"), KIND_PX)
        self.course = ListField("course_id", _("Part of"), KIND_PX)
        self.name = TypedField("name", _("Its name"), base_px=KIND_PX)
        self.date = DateField(_("Date"), least_height=LARGE_PX)
        self._shown: date | None = None
        self.time = TypedField("time", _("Time"), base_px=TIME_PX)
        self.planned = TypedField("planned", _("Planned for"), base_px=TIME_PX)
        self.dose = TypedField("dose", _("Dose"), base_px=NUMBER_PX)
        self.unit = ListField("unit", _("Unit"), UNIT_PX)
        self.route = ListField("route", _("How given"), LIST_PX)
        self.minutes = TypedField("minutes", _("Minutes"), base_px=NUMBER_PX)
        self.weight = TypedField("weight", _("Weight (kg)"), base_px=NUMBER_PX)
        self.last = QuietButton("", large=True)
        self.asked = QuestionRow()
        self._build()

    @property
    def fields(self) -> tuple[TypedField, ...]:
        """The fields that are typed in."""
        return (self.name, self.time, self.planned, self.dose, self.minutes, self.weight)

    def render_state(self, state: SessionState) -> None:
        """Show what holds."""
        self.kind.render_list(state.kinds, state.kind)
        self.course.setVisible(bool(state.courses))
        self.course.render_list(state.courses, state.course_id)
        self.unit.render_list(state.units, state.unit)
        self.route.render_list(state.routes, state.route)
        for field in self.fields:
            field.render_text(state.texts[field.key])
        if state.day is not None and state.day != self._shown:
            self._shown = state.day
            self.date.show_day(state.day)
        self.name.setVisible(state.named)
        for widget in (self.dose, self.unit, self.route):
            widget.setVisible(state.dosed)
        self.weight.setVisible(state.weight_shown)
        self.asked.render_question(state.question)
        self.last.setVisible(bool(state.last_time))
        self.last.setText(_("As last time: {words}").format(words=state.last_time))

    def flush(self) -> None:
        """Hand over what is half typed."""
        for field in self.fields:
            field.edit.flush()

    def _build(self) -> None:
        when = FlowRow(
            self.kind,
            self.name,
            self.course,
            Labelled(_("Date"), self.date, DATE_PX),
            self.time,
            self.planned,
            spacing=BETWEEN_PX,
            top=True,
        )
        given = FlowRow(self.dose, self.unit, self.route, self.minutes, self.weight, spacing=BETWEEN_PX, top=True)
        self.asked.meant.connect(self.meant)
        self.asked.change_wanted.connect(self.change_wanted)
        for row in (when, FlowRow(self.last), given, self.asked):
            self.body.addWidget(row)
        for field in self.fields:
            field.typed.connect(self.typed)
        for listed in (self.kind, self.course, self.unit, self.route):
            listed.chosen.connect(self.listed)
        self.date.editingFinished.connect(self._on_date)
        self.last.clicked.connect(self.last_wanted)

    def _on_date(self) -> None:
        """Tell of a day only when it is another one: leaving the field changes nothing."""
        if self.date.day != self._shown:
            self._shown = self.date.day
            self.day_given.emit(self.date.day)

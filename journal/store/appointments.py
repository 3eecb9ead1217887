"""Appointments, clinicians, and what to ask or tell there."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from journal.model.appointments import Appointment, Clinician, Question
from journal.store.columns import Columns
from journal.store.records import Records


class Clinicians(Records[Clinician]):
    """The clinicians of a journal, in order."""

    table = "clinician"
    order = "position, name, id"

    @cached_property
    def columns(self) -> Columns[Clinician]:
        """The columns of a clinician."""
        return Columns(Clinician)


class Appointments(Records[Appointment]):
    """The appointments of a journal, by day and time."""

    table = "appointment"
    order = "day, time, id"

    @cached_property
    def columns(self) -> Columns[Appointment]:
        """The columns of an appointment."""
        return Columns(Appointment)

    def between(self, first: date, last: date) -> list[Appointment]:
        """Those of these days, in order."""
        return self._where("day BETWEEN ? AND ?", first.isoformat(), last.isoformat())


class Questions(Records[Question]):
    """Questions and changes, in order."""

    table = "question"
    order = "position, day, id"

    @cached_property
    def columns(self) -> Columns[Question]:
        """The columns of a question."""
        return Columns(Question)

    def between(self, first: date, last: date) -> list[Question]:
        """Those of these days, in order."""
        return self._where("day BETWEEN ? AND ?", first.isoformat(), last.isoformat())

"""Appointments with clinicians, and the period that a report for the next one is about."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import TypedDict, Unpack

from journal.app.journal import Journal
from journal.app.own_records import Own, delete_record
from journal.app.records import found
from journal.model.appointments import Appointment, Clinician
from journal.model.errors import InvalidTime
from journal.model.periods import Period, last_days

USUAL_DAYS = 28
"""The days of a report where no earlier appointment is known."""

MOST_DAYS = 366
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|")


class AppointmentFields(TypedDict, total=False):
    """What can be changed about an appointment."""

    day: date
    time: str
    clinician_id: str | None
    note: str


def appointments(journal: Journal) -> list[Appointment]:
    """Every appointment, by day and time."""
    return journal.store.appointments.all()


def appointment(journal: Journal, prefix: str) -> Appointment:
    """The appointment whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.appointments, prefix)


def next_appointment(journal: Journal, today: date | None = None) -> Appointment | None:
    """The next one, today's included; None where none is known."""
    day = today or journal.today()
    return next((each for each in appointments(journal) if each.day >= day), None)


def last_appointment(
    journal: Journal, today: date | None = None, clinician_id: str | None = None
) -> Appointment | None:
    """The last one before today; with this clinician only if one is asked for, with nobody named for an empty id."""
    day = today or journal.today()
    before = [each for each in appointments(journal) if each.day < day]
    return next((each for each in reversed(before) if clinician_id in (None, each.clinician_id or "")), None)


def add_appointment(
    journal: Journal, day: date, *, time: str = "", clinician_id: str | None = None, note: str = ""
) -> Appointment:
    """Note an appointment. Raises InvalidTime for a time that is none."""
    return _saved(journal, Appointment(str(uuid.uuid4()), day, time, clinician_id, note), "add_appointment")


def change_appointment(
    journal: Journal, appointment_id: str, *, visit: str | None = None, **fields: Unpack[AppointmentFields]
) -> Appointment:
    """Change one; `visit` makes several changes of a text one undo step. Raises UnknownRecord, InvalidTime."""
    return _saved(journal, replace(appointment(journal, appointment_id), **fields), "change_appointment", visit)


def keep_appointment(journal: Journal, wanted: Appointment, new_clinician: str = "") -> Appointment:
    """Note an appointment, or change the one that has its id; one undo step, with the clinician that is new.

    An empty id makes one. Raises InvalidTime for a time that is none.
    """
    made = replace(wanted, id=wanted.id or str(uuid.uuid4()))
    if not _CLOCK.fullmatch(made.time):
        raise InvalidTime(text=made.time)
    with journal.store.action("change_appointment" if wanted.id else "add_appointment"):
        if new_clinician.strip():
            last = max((each.position for each in journal.store.clinicians.all()), default=-1)
            met = Clinician(str(uuid.uuid4()), new_clinician.strip(), position=last + 1)
            made = replace(made, clinician_id=journal.store.clinicians.save(met).id)
        saved = journal.store.appointments.save(made)
    journal.changed("appointments", *(("clinicians",) if new_clinician.strip() else ()))
    return saved


def delete_appointment(journal: Journal, appointment_id: str) -> None:
    """Delete one; undo brings it back for 30 days. Raises UnknownRecord, AmbiguousRecord."""
    delete_record(journal, Own.APPOINTMENT, appointment(journal, appointment_id).id)


def proposed_period(journal: Journal, clinician_id: str | None = None) -> Period:
    """The days since the last appointment (with this clinician, if one is named) until today.

    The last appointment's own day is left out: it was told then. Where none is known, or it lies
    longer back than a year, the last 28 days.
    """
    return since_last(journal, clinician_id) or last_days(journal.today(), USUAL_DAYS)


def since_last(journal: Journal, clinician_id: str | None = None) -> Period | None:
    """The days since the last appointment until today; None where none of the last year is known."""
    today = journal.today()
    last = last_appointment(journal, today, clinician_id)
    if last is None or (today - last.day).days > MOST_DAYS:
        return None
    return Period(min(last.day + timedelta(days=1), today), today)


def since_last_with(journal: Journal, clinician_id: str) -> Period | None:
    """The same for a clinician: since the last one with them, else since the last one that names nobody.

    An empty id means nobody in particular: any appointment counts. What was told to somebody else does not.
    """
    if not clinician_id:
        return since_last(journal)
    return since_last(journal, clinician_id) or since_last(journal, "")


def _saved(journal: Journal, changed: Appointment, what: str, visit: str | None = None) -> Appointment:
    if not _CLOCK.fullmatch(changed.time):
        raise InvalidTime(text=changed.time)
    with journal.store.action(what, visit):
        saved = journal.store.appointments.save(changed)
    journal.changed("appointments")
    return saved

"""What stands on Today beside the questions: side effects from before, doses, and forms that are due."""

from __future__ import annotations

from dataclasses import dataclass

from journal.app.after_session import form_due
from journal.app.coming_appointment import soon
from journal.app.forms import CheckInForm
from journal.app.intakes import DayDoses, day_doses
from journal.app.journal import Journal
from journal.app.monthly_look import monthly_look_due
from journal.app.still_there import StillAsked, still_asked
from journal.model.appointments import Appointment
from journal.model.entries import EntryKind


@dataclass(frozen=True, slots=True)
class BesideCheckIn:
    """`after_session` and `month`: that form is offered. `doses` is None where there is no medicine that day."""

    after_session: bool = False
    month: bool = False
    still: tuple[StillAsked, ...] = ()
    doses: DayDoses | None = None
    appointment: Appointment | None = None
    """One that comes soon."""


def beside_check_in(journal: Journal, form: CheckInForm) -> BesideCheckIn:
    """What stands beside this form: nothing beside a short one, on an earlier day only its doses."""
    if form.key.kind is not EntryKind.CHECK_IN:
        return BesideCheckIn()
    doses = day_doses(journal, form.day)
    shown = doses if doses.planned or doses.as_needed else None
    if form.late:
        return BesideCheckIn(doses=shown)
    return BesideCheckIn(
        after_session=form_due(journal),
        month=monthly_look_due(journal),
        still=still_asked(journal, form.key.entry_id),
        doses=shown,
        appointment=soon(journal),
    )

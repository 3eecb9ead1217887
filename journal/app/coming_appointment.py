"""The line about an appointment in the last days before it; put aside, it is not shown again for that one."""

from __future__ import annotations

from journal.app.appointments import next_appointment
from journal.app.journal import Journal
from journal.model.appointments import Appointment

SOON_DAYS = 3
ASIDE_SETTING = "appointment_aside"


def soon(journal: Journal) -> Appointment | None:
    """The next appointment if it is today or in the next three days and its line was not put aside."""
    coming = next_appointment(journal)
    if coming is None or (coming.day - journal.today()).days > SOON_DAYS:
        return None
    return None if journal.setting(ASIDE_SETTING, "") == coming.id else coming


def set_line_aside(journal: Journal) -> None:
    """Show the line for the next appointment no more."""
    coming = next_appointment(journal)
    if coming is not None:
        journal.put_setting(ASIDE_SETTING, coming.id)

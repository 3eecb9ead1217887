"""Everything that was written down for one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.app.day_calendar import DaySummary, summaries
from journal.app.history import DayRecord
from journal.app.journal import Journal
from journal.model.appointments import Appointment
from journal.model.calm_moments import CalmMoment
from journal.model.day_pages import MedicineChange, medicine_changes
from journal.model.entries import Entry
from journal.model.periods import Period


@dataclass(frozen=True, slots=True)
class DayPage:
    """A day with its entries and records in the order of their times.

    `records` are sessions, doses (all of them), practice, markers and questionnaires; `changes` are
    medicines begun, changed or stopped. `summary` is None where nothing stands on the day.
    """

    day: date
    today: date
    summary: DaySummary | None = None
    entries: tuple[Entry, ...] = ()
    records: tuple[DayRecord, ...] = ()
    changes: tuple[MedicineChange, ...] = ()
    calm_moments: tuple[CalmMoment, ...] = ()
    appointments: tuple[Appointment, ...] = ()

    @property
    def can_add(self) -> bool:
        """Whether a check-in can be written down for this day: not for one to come."""
        return self.day <= self.today


def day_page(journal: Journal, day: date) -> DayPage:
    """Read a day."""
    store = journal.store
    timed: list[DayRecord] = [
        *store.sessions.between(day, day),
        *store.intakes.between(day, day),
        *store.practices.between(day, day),
        *store.questionnaires.between(day, day),
    ]
    return DayPage(
        day=day,
        today=journal.today(),
        summary=summaries(journal, Period(day, day)).get(day),
        entries=tuple(store.entries.between(day, day)),
        records=(*timed, *store.markers.between(day, day)),
        changes=tuple(medicine_changes(store.medicines.all(), day)),
        calm_moments=tuple(store.calm_moments.between(day, day)),
        appointments=tuple(store.appointments.between(day, day)),
    )


def on_a_day(journal: Journal, record_id: str) -> bool:
    """Whether a dose, a practice or a marker of this id stands in the journal."""
    store = journal.store
    return any(records.get(record_id) is not None for records in (store.intakes, store.practices, store.markers))

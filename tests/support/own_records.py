"""One of every record that makes a journal a person's own, for tests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from journal.app.own_records import Own
from journal.model.appointments import Appointment, Clinician, Question, QuestionKind
from journal.model.calm_moments import CalmMoment
from journal.model.contacts import Contact
from journal.model.goals import Goal
from journal.model.groups import ItemGroup
from journal.model.plans import Heading, PlanLine
from journal.model.profiles import Profile
from journal.store.journal_store import JournalStore
from tests.support.stores import DAY, EVENING_MS, TENSE
from tests.support.treatments import record_id

CLINICIAN = Clinician(record_id("clinician"), "Harbour clinic", ("sessions", "medicines"), "a4", 1)
APPOINTMENT = Appointment(record_id("appointment"), DAY + timedelta(days=7), "14:30", CLINICIAN.id, "Bring the letter")

OWN_RECORDS: dict[Own, Any] = {
    Own.GROUP: ItemGroup(record_id("group"), "Mornings – früh", 50),
    Own.PROFILE: Profile(record_id("profile"), "Short", ("tense", "night"), (5, 6), True, 2),
    Own.GOAL: Goal(record_id("goal"), TENSE.item_id, DAY, "to sleep at sea again", position=1),
    Own.CLINICIAN: CLINICIAN,
    Own.APPOINTMENT: APPOINTMENT,
    Own.QUESTION: Question(
        record_id("question"), QuestionKind.QUESTION, "Less at night?", DAY, None, APPOINTMENT.id, 1
    ),
    Own.PLAN_LINE: PlanLine(record_id("line"), Heading.PLACES, "The harbour", 3, True),
    Own.CONTACT: Contact(record_id("contact"), "The neighbour", "0 30 12", checked_on=DAY, open=True),
    Own.CALM_MOMENT: CalmMoment(record_id("calm"), EVENING_MS, 60, DAY, choice="breathing", before=7, after=4),
}


def save_own(store: JournalStore) -> None:
    """Write one of each, in a running transaction; the item of the goal must be there."""
    for holder, record in zip(holders(store), OWN_RECORDS.values(), strict=True):
        holder.save(record)


def holders(store: JournalStore) -> tuple[Any, ...]:
    """Where the store keeps each kind, in the order of the records above."""
    return (
        store.groups,
        store.profiles,
        store.goals,
        store.clinicians,
        store.appointments,
        store.questions,
        store.plan_lines,
        store.contacts,
        store.calm_moments,
    )

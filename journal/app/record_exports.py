"""Which records beside the entries go out with an export, and what of them stays in the journal."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from journal.exchange.leeward_document import RECORD_LISTS, DocumentRecords
from journal.model.courses import Course
from journal.model.goals import Goal
from journal.model.markers import Marker
from journal.model.medicines import Intake, Medicine
from journal.model.practices import Practice
from journal.model.sessions import Session
from journal.report.request import Part

if TYPE_CHECKING:
    from journal.store.journal_store import JournalStore

Noted = TypeVar("Noted", Intake, Practice, Marker)


INTENTION = "#intention"
"""Ends the id of a session where its intention is meant, not its note."""


class Notes(StrEnum):
    """Which notes go in: none, those marked as shared, or all."""

    NONE = "none"
    SHARED = "shared"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Cut:
    """What bounds an export: the days (None: no bound), the items that are let out, the notes.

    `note_ids` are single notes that go out too; `alcohol` is whether that was chosen.
    """

    first: date | None
    last: date | None
    item_ids: Collection[str]
    notes: Notes
    note_ids: frozenset[str] = frozenset()
    alcohol: bool = False

    @property
    def start(self) -> date:
        """The first day."""
        return self.first or date.min

    @property
    def end(self) -> date:
        """The last day."""
        return self.last or date.max

    def overlaps(self, first: date, last: date | None) -> bool:
        """Whether what goes on over these days touches the period."""
        return first <= self.end and (last is None or last >= self.start)


def every_record(store: JournalStore) -> DocumentRecords:
    """Everything as it is, with the ids of what was deleted."""
    return DocumentRecords(
        **{name: tuple(getattr(store, name).all()) for name in RECORD_LISTS},
        deleted={name: tuple(getattr(store, name).deleted()) for name in RECORD_LISTS},
    )


def chosen_records(store: JournalStore, parts: Collection[str], cut: Cut) -> DocumentRecords:
    """The records of the chosen parts and of the period.

    Courses, sessions and practice go with the part "sessions", medicines and doses with "medicines", goals
    with "goals", and with their ratings.
    """
    chosen = DocumentRecords()
    if Part.SESSIONS in parts:
        chosen = replace(
            chosen,
            courses=tuple(_courses(store.courses.all(), cut)),
            sessions=tuple(_session(each, cut) for each in store.sessions.between(cut.start, cut.end)),
            practices=tuple(_cut(each, cut) for each in store.practices.between(cut.start, cut.end)),
        )
    if Part.MEDICINES in parts:
        doses = store.intakes.between(cut.start, cut.end)
        chosen = replace(
            chosen,
            medicines=tuple(_medicines(store.medicines.all(), doses, cut)),
            intakes=tuple(_cut(each, cut) for each in doses),
        )
    if Part.GOALS in parts:
        chosen = replace(chosen, goals=tuple(_goals(store.goals.all(), cut)))
    if Part.MARKERS in parts:
        chosen = replace(chosen, markers=tuple(_cut(each, cut) for each in store.markers.between(cut.start, cut.end)))
    return chosen


def shown_records(records: DocumentRecords) -> DocumentRecords:
    """The records without the texts that no page of a report shows.

    Who chooses a part for a report sees these on no preview: what a treatment is for, what was tried
    before it, why it or a goal ended, and what a practice or a group of items was called.
    """
    return replace(
        records,
        courses=tuple(replace(each, purpose="", tried_earlier="", end_reason="") for each in records.courses),
        medicines=tuple(replace(each, purpose="", stop_reason="") for each in records.medicines),
        practices=tuple(replace(each, name="") for each in records.practices),
        goals=tuple(replace(each, end_reason="") for each in records.goals),
        groups=(),
    )


def _courses(courses: Iterable[Course], cut: Cut) -> Iterable[Course]:
    """Courses of the period; who treats and how things were at the start are as private as a note."""
    for course in courses:
        if cut.overlaps(course.start, course.ended_on):
            yield course if cut.notes is Notes.ALL else replace(course, clinic="", baseline="")


def _goals(goals: Iterable[Goal], cut: Cut) -> Iterable[Goal]:
    """Goals that are let out and go on in the period; why somebody wants one is as private as a note."""
    for goal in goals:
        if goal.item_id in cut.item_ids and cut.overlaps(goal.start, goal.ended_on):
            yield goal if cut.notes is Notes.ALL else replace(goal, why="")


def _medicines(medicines: Iterable[Medicine], doses: Iterable[Intake], cut: Cut) -> Iterable[Medicine]:
    """Medicines of the period, and those of which a dose was taken in it, before their start or after their stop."""
    taken = {dose.medicine_id for dose in doses}
    for medicine in medicines:
        if medicine.id in taken or cut.overlaps(medicine.start, medicine.stopped_on):
            yield replace(medicine, import_id=None, source_key=None)


def _session(session: Session, cut: Cut) -> Session:
    """A session without what stays out and where it was imported from."""
    shown = cut.notes is Notes.ALL or (cut.notes is Notes.SHARED and session.shared)
    tags = session.tags if cut.notes is Notes.ALL else ()
    effects = tuple(effect for effect in session.effects if effect.item_id in cut.item_ids)
    alcohol = session.alcohol if cut.alcohol else None
    known = replace(session, effects=effects, alcohol=alcohol, import_id=None, source_key=None, tags=tags)
    if shown:
        return known
    intention = session.intention if session.id + INTENTION in cut.note_ids else ""
    return replace(known, intention=intention, note=session.note if session.id in cut.note_ids else "")


def _cut(record: Noted, cut: Cut) -> Noted:
    """A record without where it was imported from; its note goes out only with all notes."""
    known = record if cut.notes is Notes.ALL else replace(record, note="")
    return known if isinstance(known, Marker) else replace(known, import_id=None, source_key=None)

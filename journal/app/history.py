"""What was logged before: days with their entries, changing, deleting, undo and redo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from journal.app.answers import check_value
from journal.app.check_ins import OWN_KINDS, instant_of, touched, window_min
from journal.app.item_versions import items_as_of
from journal.app.journal import Journal
from journal.model.appointments import Appointment
from journal.model.calm_moments import CalmMoment
from journal.model.entries import Entry, Rating, Recall, State, TimeKnown, day_of, local_time
from journal.model.errors import AmbiguousEntry, TimeInFuture, UnknownEntry
from journal.model.items import Item
from journal.model.markers import Marker
from journal.model.medicines import Intake, Taken
from journal.model.periods import Period
from journal.model.practices import Practice
from journal.model.questionnaires import Questionnaire
from journal.model.sessions import Session
from journal.model.tags import tidy_tags

if TYPE_CHECKING:
    from journal.store.changes import UndoStep
    from journal.store.records import Records

SHORTEST_PREFIX = 4
"""An entry is named on the command line by four characters of its id or more."""

PARTS: Mapping[str, str] = {
    "setting": "settings",
    "course": "courses",
    "course_plan": "courses",
    "session": "sessions",
    "vital": "sessions",
    "effect": "sessions",
    "effect_point": "sessions",
    "medicine": "medicines",
    "medicine_dose": "medicines",
    "intake": "medicines",
    "practice": "practices",
    "marker": "markers",
    "questionnaire": "questionnaires",
    "form": "forms",
    "plan_line": "plan",
    "contact": "contacts",
    "calm_moment": "calm_moments",
    "item_group": "groups",
    "profile": "profiles",
    "goal": "goals",
    "clinician": "clinicians",
    "appointment": "appointments",
    "question": "questions",
}
"""The part of a journal that each table belongs to, beside entries and items."""


class Clear(StrEnum):
    """The wish to take an answer away, as if it had not been asked."""

    CLEAR = "clear"


DayRecord = Session | Intake | Practice | Marker | Questionnaire
Record = DayRecord | CalmMoment | Appointment


@dataclass(frozen=True, slots=True)
class HistoryDay:
    """A day that has entries, in the order of their times.

    `records` are what else was written down for it: sessions, practice, markers, questionnaires, calm moments
    that were kept, appointments, and doses that were not simply taken as planned.
    """

    day: date
    entries: tuple[Entry, ...]
    records: tuple[Record, ...] = ()


def days(journal: Journal, first: date, last: date) -> list[HistoryDay]:
    """The days from `first` to `last` that have entries, newest day first. Raises InvalidPeriod."""
    period = Period(first, last)
    entries = journal.store.entries.between(period.first, period.last)
    grouped = groupby(entries, key=lambda entry: entry.day)
    return [HistoryDay(day, tuple(found)) for day, found in grouped][::-1]


def days_with_records(journal: Journal, first: date, last: date) -> list[HistoryDay]:
    """The days with entries or anything else, newest day first. Raises InvalidPeriod."""
    entries = {day.day: day.entries for day in days(journal, first, last)}
    records: dict[date, list[Record]] = {}
    for record in _records(journal, first, last):
        records.setdefault(record.day, []).append(record)
    found = sorted({*entries, *records}, reverse=True)
    return [HistoryDay(day, entries.get(day, ()), tuple(records.get(day, ()))) for day in found]


def reach(journal: Journal) -> Period | None:
    """From the first to the last day with anything, none after today but where an entry stands there."""
    store, today = journal.store, journal.today()
    kinds: tuple[Records[Any], ...] = (
        store.sessions,
        store.intakes,
        store.practices,
        store.markers,
        store.questionnaires,
        store.calm_moments,
        store.appointments,
    )
    others = [found.extent() for found in kinds]
    found = [extent(journal), *(Period(*each) for each in others if each is not None and each[0] <= today)]
    known = [each for each in found if each is not None]
    if not known:
        return None
    last = max([min(each.last, today) for each in known] + [each.last for each in found[:1] if each is not None])
    return Period(min(each.first for each in known), last)


def _records(journal: Journal, first: date, last: date) -> list[Record]:
    store = journal.store
    needed = {medicine.id for medicine in store.medicines.all() if medicine.as_needed}
    told = [
        intake
        for intake in store.intakes.between(first, last)
        if intake.medicine_id in needed or intake.taken in (Taken.NOT_TAKEN, Taken.EXTRA)
    ]
    timed: list[Session | Intake | Practice | Questionnaire | CalmMoment] = [
        *told,
        *store.sessions.between(first, last),
        *store.practices.between(first, last),
        *store.questionnaires.between(first, last),
        *store.calm_moments.between(first, last),
    ]
    whole_days: list[Record] = [*store.markers.between(first, last), *store.appointments.between(first, last)]
    return [*whole_days, *sorted(timed, key=lambda each: each.at_ms)]


def extent(journal: Journal) -> Period | None:
    """From the first to the last day with an entry, or None in an empty journal."""
    first, last = journal.store.entries.first_day(), journal.store.entries.last_day()
    return Period(first, last) if first and last else None


def find(journal: Journal, prefix: str) -> Entry:
    """The one entry whose id begins so. Raises UnknownEntry, AmbiguousEntry."""
    ids = journal.store.entries.find(prefix) if len(prefix) >= SHORTEST_PREFIX else []
    if not ids:
        raise UnknownEntry(prefix=prefix)
    if len(ids) > 1 and prefix not in ids:
        raise AmbiguousEntry(prefix=prefix, count=len(ids))
    entry = journal.store.entries.get(prefix if prefix in ids else ids[0])
    if entry is None:
        raise UnknownEntry(prefix=prefix)
    return entry


def edit(
    journal: Journal,
    entry_id: str,
    answers: Mapping[str, float | State | Clear] | None = None,
    *,
    at: datetime | None = None,
    note: str | None = None,
    note_shared: bool | None = None,
    tags: Iterable[str] | None = None,
) -> Entry:
    """Change an entry: answers by item key, its time, its note, its tags; None leaves a thing as it is.

    Raises UnknownEntry, UnknownItem, ValueOutOfRange, TimeInFuture.
    """
    entry = find(journal, entry_id)
    asked = items_as_of(journal, journal.named(answers or {}).values(), entry.day, entry)
    named = {item.key: item for item in asked}
    changes = {named[key]: given for key, given in (answers or {}).items()}
    with journal.store.action("edit"):
        journal.ensure_stored(*changes)
        changed = replace(
            entry,
            ratings=_changed_ratings(entry.ratings, changes),
            note=entry.note if note is None else note,
            note_shared=entry.note_shared if note_shared is None else note_shared,
            tags=entry.tags if tags is None else tidy_tags(tags),
        )
        changed = _moved(journal, changed, at) if at else changed
        changed = touched(journal, changed) if changed != entry else entry
        journal.store.entries.save(changed)
    journal.changed("entries")
    return changed


def delete(journal: Journal, entry_id: str) -> Entry:
    """Delete an entry; undo brings it back for 30 days. Raises UnknownEntry, AmbiguousEntry."""
    entry = find(journal, entry_id)
    with journal.store.action("delete"):
        journal.store.entries.delete(entry.id)
    journal.changed("entries")
    return entry


def delete_for_good(journal: Journal, entry_id: str) -> None:
    """Blank an entry's content, its undo history and drafts at once. Older backups still hold it."""
    entry = find(journal, entry_id)
    with journal.store.tx():
        journal.store.entries.delete_for_good(entry.id)
    journal.changed("entries")


def undo(journal: Journal) -> UndoStep:
    """Take the last change back. Raises NothingToUndo."""
    step = journal.store.changes.undo()
    journal.changed(*changed_parts(step))
    return step


def newest_ms(journal: Journal) -> int | None:
    """When the change was made that undo takes back next (UTC milliseconds), or None for none."""
    return journal.store.changes.newest_ms()


def redo(journal: Journal) -> UndoStep:
    """Do again what was undone last. Raises NothingToRedo."""
    step = journal.store.changes.redo()
    journal.changed(*changed_parts(step))
    return step


def changed_parts(step: UndoStep) -> frozenset[str]:
    """The parts of a journal that a step may have changed, as listeners hear them."""
    return frozenset({"entries", "items", *(PARTS[table] for table in step.tables if table in PARTS)})


def _changed_ratings(ratings: Iterable[Rating], changes: Mapping[Item, float | State | Clear]) -> tuple[Rating, ...]:
    kept = {rating.item_id: rating for rating in ratings}
    for item, given in changes.items():
        if isinstance(given, Clear):
            kept.pop(item.id, None)
        elif isinstance(given, State):
            kept[item.id] = Rating(item.id, item.version.id, given)
        else:
            check_value(item, given)
            kept[item.id] = Rating(item.id, item.version.id, State.RATED, float(given))
    return tuple(kept.values())


def _moved(journal: Journal, entry: Entry, at: datetime) -> Entry:
    at_ms, offset_min = instant_of(journal, at)
    if at_ms > journal.clock.now_ms():
        raise TimeInFuture(text=at.isoformat(timespec="minutes"))
    return replace(
        entry,
        at_ms=at_ms,
        offset_min=offset_min,
        time_known=TimeKnown.MINUTE,
        day=day_of(local_time(at_ms, offset_min), entry.day_start_min),
        covers_min=_covers_at(journal, entry, at_ms),
    )


def _covers_at(journal: Journal, entry: Entry, at_ms: int) -> int | None:
    """How far back a check-in looks from another time; a monthly look and what is about "now" look as before."""
    if entry.recall is not Recall.SINCE or entry.kind not in OWN_KINDS:
        return entry.covers_min
    return window_min(journal, at_ms, but=entry.id)

"""Saving and deleting what a person keeps beside the entries, one undo step each."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.store.records import Records


class Own(StrEnum):
    """The kinds, named as their table is."""

    GROUP = "item_group"
    PROFILE = "profile"
    GOAL = "goal"
    CLINICIAN = "clinician"
    APPOINTMENT = "appointment"
    QUESTION = "question"
    PLAN_LINE = "plan_line"
    CONTACT = "contact"
    CALM_MOMENT = "calm_moment"


_HOLDERS = {
    Own.GROUP: ("groups", "groups"),
    Own.PROFILE: ("profiles", "profiles"),
    Own.GOAL: ("goals", "goals"),
    Own.CLINICIAN: ("clinicians", "clinicians"),
    Own.APPOINTMENT: ("appointments", "appointments"),
    Own.QUESTION: ("questions", "questions"),
    Own.PLAN_LINE: ("plan_lines", "plan"),
    Own.CONTACT: ("contacts", "contacts"),
    Own.CALM_MOMENT: ("calm_moments", "calm_moments"),
}
"""Where the store holds each kind, and the part that listeners hear of."""


def records_of(journal: Journal, kind: Own) -> Records[Any]:
    """The records of a kind in the store."""
    found: Records[Any] = getattr(journal.store, _HOLDERS[kind][0])
    return found


def part_of(kind: Own) -> str:
    """The part of the journal that a kind belongs to, for its listeners."""
    return _HOLDERS[kind][1]


def save_records(journal: Journal, kind: Own, records: Iterable[Any]) -> None:
    """Write records of a kind as one undo step. Raises DiskFull, JournalReadOnly, StorageFailed."""
    with journal.store.action(kind):
        for record in records:
            records_of(journal, kind).save(record)
    journal.changed(part_of(kind))


def delete_record(journal: Journal, kind: Own, record_id: str) -> None:
    """Delete a record; undo brings it back for 30 days. Raises UnknownRecord."""
    with journal.store.action(f"delete_{kind}"):
        records_of(journal, kind).delete(record_id)
    journal.changed(part_of(kind))


def delete_record_for_good(journal: Journal, kind: Own, record_id: str) -> None:
    """Blank a record, its undo history and its drafts at once. Raises UnknownRecord."""
    with journal.store.tx():
        records_of(journal, kind).delete_for_good(record_id)
    journal.changed(part_of(kind))

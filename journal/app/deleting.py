"""Deleting anything that was logged, by its id or the beginning of it, whatever it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from journal.app.courses import delete_course, delete_course_for_good
from journal.app.history import delete as delete_entry
from journal.app.history import delete_for_good as delete_entry_for_good
from journal.app.intakes import delete_intake
from journal.app.markers import delete_marker, delete_marker_for_good
from journal.app.medicines import delete_medicine, delete_medicine_for_good
from journal.app.own_records import Own, delete_record, delete_record_for_good, part_of, records_of
from journal.app.practices import delete_practice, delete_practice_for_good
from journal.app.questionnaires import delete as delete_questionnaire
from journal.app.questionnaires import delete_for_good as delete_questionnaire_for_good
from journal.app.questionnaires import delete_form, delete_form_for_good
from journal.app.records import SHORTEST_PREFIX
from journal.app.sessions import delete_session, delete_session_for_good
from journal.model.errors import AmbiguousRecord, UnknownRecord

if TYPE_CHECKING:
    from journal.app.journal import Journal

ANY = "any"
"""The kind in an error about an id that may be of anything."""

_Delete = Callable[["Journal", str], Any]


def delete_anything(journal: Journal, prefix: str, *, for_good: bool = False) -> str:
    """Delete the one thing whose id begins so, and say its kind: entry, session, course and so on.

    Undo brings it back for 30 days, unless it is deleted for good. Raises UnknownRecord, AmbiguousRecord.
    """
    kind, record_id = find_anything(journal, prefix)
    delete, delete_for_good = _WAYS[kind]
    (delete_for_good if for_good else delete)(journal, record_id)
    return kind


def find_anything(journal: Journal, prefix: str) -> tuple[str, str]:
    """The kind and the id of the one thing whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    store = journal.store
    kinds: dict[str, Callable[[str], list[str]]] = {
        "entry": store.entries.find,
        "session": store.sessions.find,
        "course": store.courses.find,
        "medicine": store.medicines.find,
        "intake": store.intakes.find,
        "practice": store.practices.find,
        "marker": store.markers.find,
        "questionnaire": store.questionnaires.find,
        "form": store.forms.find,
        **{str(kind): records_of(journal, kind).find for kind in Own},
    }
    wanted = prefix.strip().lower()
    long_enough = len(wanted) >= SHORTEST_PREFIX
    found = [(kind, each) for kind, find in kinds.items() if long_enough for each in find(wanted)]
    exact = [(kind, each) for kind, each in found if each == wanted]
    if not found:
        raise UnknownRecord(kind=ANY, prefix=prefix)
    if len(exact or found) > 1:
        raise AmbiguousRecord(kind=ANY, prefix=prefix, count=len(found))
    return (exact or found)[0]


def blank_deleted(journal: Journal, kind: str, record_id: str) -> None:
    """Delete for good what was deleted before and could still be undone. Raises UnknownEntry, UnknownRecord."""
    store = journal.store
    holders: dict[str, Any] = {
        "entry": store.entries,
        "session": store.sessions,
        "medicine": store.medicines,
        "intake": store.intakes,
        "practice": store.practices,
        "marker": store.markers,
        "questionnaire": store.questionnaires,
        "form": store.forms,
        **{str(kind): records_of(journal, kind) for kind in Own},
    }
    with store.tx(many=True):
        holders[kind].delete_for_good(record_id)
    journal.changed(_PARTS[kind])


def backups_may_hold(journal: Journal) -> bool:
    """Whether there is any backup that can still hold what was deleted for good. Looks at no other disk."""
    from journal.app.backup_records import read_record
    from journal.store.backup_files import list_backups

    record = read_record(journal)
    return bool(list_backups(journal.folder) or record.place or record.own)


def _delete_intake_for_good(journal: Journal, intake_id: str) -> None:
    with journal.store.tx():
        journal.store.intakes.delete_for_good(intake_id)
    journal.changed("medicines")


def _own_ways(kind: Own) -> tuple[_Delete, _Delete]:
    def delete(journal: Journal, record_id: str) -> None:
        delete_record(journal, kind, record_id)

    def for_good(journal: Journal, record_id: str) -> None:
        delete_record_for_good(journal, kind, record_id)

    return delete, for_good


_PARTS = {
    "entry": "entries",
    "session": "sessions",
    "medicine": "medicines",
    "intake": "medicines",
    "practice": "practices",
    "marker": "markers",
    "questionnaire": "questionnaires",
    "form": "forms",
    **{str(kind): part_of(kind) for kind in Own},
}
"""The part of the journal that each kind belongs to, for its listeners."""

_WAYS: Mapping[str, tuple[_Delete, _Delete]] = {
    "entry": (delete_entry, delete_entry_for_good),
    "session": (delete_session, delete_session_for_good),
    "course": (delete_course, delete_course_for_good),
    "medicine": (delete_medicine, delete_medicine_for_good),
    "intake": (delete_intake, _delete_intake_for_good),
    "practice": (delete_practice, delete_practice_for_good),
    "marker": (delete_marker, delete_marker_for_good),
    "questionnaire": (delete_questionnaire, delete_questionnaire_for_good),
    "form": (delete_form, delete_form_for_good),
    **{str(kind): _own_ways(kind) for kind in Own},
}

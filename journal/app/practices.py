"""Practice between sessions."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime
from typing import TypedDict, Unpack

from journal.app.journal import Journal
from journal.app.moments import begun, moment, moved, touched
from journal.app.records import found
from journal.model.practices import Practice, PracticeKind
from journal.model.ranges import check


class PracticeFields(TypedDict, total=False):
    """What can be changed about a practice."""

    kind: PracticeKind
    minutes: int | None
    before: int | None
    highest: int | None
    after: int | None
    done: bool
    note: str
    name: str
    course_id: str | None


def practices(journal: Journal, first: date | None = None, last: date | None = None) -> list[Practice]:
    """The practice of these days, by time; all of it without days."""
    if first is None and last is None:
        return journal.store.practices.all()
    return journal.store.practices.between(first or date.min, last or date.max)


def practice(journal: Journal, prefix: str) -> Practice:
    """The practice whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.practices, prefix)


def add_practice(
    journal: Journal,
    kind: PracticeKind,
    *,
    at: datetime | None = None,
    minutes: int | None = None,
    before: int | None = None,
    highest: int | None = None,
    after: int | None = None,
    done: bool = True,
    note: str = "",
    name: str = "",
    course_id: str | None = None,
) -> Practice:
    """Write down a practice: minutes, distress 0 to 100. Raises TimeInFuture, FieldOutOfRange."""
    when = moment(journal, at)
    blank = Practice(str(uuid.uuid4()), kind, when.at_ms, when.offset_min, date.min, zone=when.zone)
    new = replace(
        begun(journal, blank),
        minutes=minutes,
        before=before,
        highest=highest,
        after=after,
        done=done,
        note=note,
        name=name,
        course_id=course_id,
    )
    return _saved(journal, new, "add_practice")


def change_practice(
    journal: Journal,
    practice_id: str,
    *,
    visit: str | None = None,
    at: datetime | None = None,
    **fields: Unpack[PracticeFields],
) -> Practice:
    """Change a practice, `at` its time; `visit` makes several changes of a text one undo step.

    Raises UnknownRecord, TimeInFuture, FieldOutOfRange.
    """
    known = practice(journal, practice_id)
    changed = replace(known, **fields)
    changed = changed if at is None else moved(changed, moment(journal, at))
    return _saved(journal, touched(journal, changed, known), "change_practice", visit)


def delete_practice(journal: Journal, practice_id: str) -> Practice:
    """Delete a practice; undo brings it back for 30 days. Raises UnknownRecord, AmbiguousRecord."""
    known = practice(journal, practice_id)
    with journal.store.action("delete_practice"):
        journal.store.practices.delete(known.id)
    journal.changed("practices")
    return known


def delete_practice_for_good(journal: Journal, practice_id: str) -> None:
    """Blank a practice, its undo history and drafts at once. Older backups still hold it."""
    known = practice(journal, practice_id)
    with journal.store.tx():
        journal.store.practices.delete_for_good(known.id)
    journal.changed("practices")


def _saved(journal: Journal, changed: Practice, what: str, visit: str | None = None) -> Practice:
    check(minutes=changed.minutes, before=changed.before, highest=changed.highest, after=changed.after)
    with journal.store.action(what, visit):
        saved = journal.store.practices.save(changed)
    journal.changed("practices")
    return saved

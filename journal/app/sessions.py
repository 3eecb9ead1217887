"""Treatment sessions: begun, written down live or afterwards, changed, closed, deleted."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime
from typing import Unpack

from journal.app.courses import check_treatment, course, running
from journal.app.journal import Journal
from journal.app.moments import begun, moment, moved
from journal.app.session_effects import add_point, change_point, remove_effect, remove_point, set_phase
from journal.app.session_fields import NewSessionFields, SessionFields
from journal.app.session_saving import changed_session, saved_session, session
from journal.model.items import Cluster, Item
from journal.model.sessions import Session, Vital, numbers

__all__ = [
    "NewSessionFields",
    "SessionFields",
    "add_point",
    "add_session",
    "begin_session",
    "change_point",
    "change_session",
    "close_session",
    "delete_session",
    "delete_session_for_good",
    "effect_items",
    "last_like",
    "numbered",
    "open_session",
    "remove_effect",
    "remove_point",
    "reopen_session",
    "session",
    "sessions",
    "set_phase",
    "set_vital",
]


def sessions(journal: Journal, first: date | None = None, last: date | None = None) -> list[Session]:
    """The sessions of these days, by time; all of them without days."""
    if first is None and last is None:
        return journal.store.sessions.all()
    return journal.store.sessions.between(first or date.min, last or date.max)


def open_session(journal: Journal) -> Session | None:
    """The newest session that is not closed, or None."""
    return next(reversed(journal.store.sessions.open()), None)


def numbered(journal: Journal) -> dict[str, int]:
    """The number of each session within its course, by session id."""
    return numbers(journal.store.sessions.outlines())


def last_like(journal: Journal, kind: str, before_ms: int | None = None) -> Session | None:
    """The newest session of a kind, if asked before an instant: what "as last time" fills in on request."""
    return journal.store.sessions.latest(before_ms, kind)


def begin_session(journal: Journal, kind: str, *, at: datetime | None = None, course_id: str | None = None) -> Session:
    """Begin a session that stays open until it is closed.

    Without a course, the one that is open that day is taken if there is exactly one of that kind.
    Raises UnknownTreatment, UnknownRecord, TimeInFuture.
    """
    new = _new(journal, kind, at, course_id, of_its_kind=course_id is None)
    return saved_session(journal, replace(new, open=True), "begin_session")


def add_session(journal: Journal, kind: str, at: datetime, **fields: Unpack[NewSessionFields]) -> Session:
    """Write down a whole session afterwards. A course is taken as `begin_session` takes it, unless given.

    Raises UnknownTreatment, UnknownRecord, UnknownItem, TimeInFuture, FieldOutOfRange.
    """
    new = _new(journal, kind, at, fields.get("course_id"), of_its_kind="course_id" not in fields)
    given = {name: value for name, value in fields.items() if name != "course_id"}
    return saved_session(journal, replace(new, **given), "add_session")  # type: ignore[arg-type]


def change_session(
    journal: Journal,
    session_id: str,
    *,
    visit: str | None = None,
    at: datetime | None = None,
    **fields: Unpack[SessionFields],
) -> Session:
    """Change a session, `at` its time; `visit` makes several changes of a text one undo step.

    Raises UnknownRecord, UnknownTreatment, UnknownItem, TimeInFuture, FieldOutOfRange.
    """
    known = session(journal, session_id)
    if "kind" in fields:
        check_treatment(journal, fields["kind"])
    if (course_id := fields.get("course_id")) is not None:
        fields["course_id"] = course(journal, course_id).id
    changed = replace(known, **fields)
    return changed_session(journal, known, changed if at is None else moved(changed, moment(journal, at)), visit)


def set_vital(journal: Journal, session_id: str, vital: Vital) -> Session:
    """Write down the vitals of a minute; empty ones take them away. Raises UnknownRecord, FieldOutOfRange."""
    known = session(journal, session_id)
    others = (each for each in known.vitals if each.minute != vital.minute)
    return changed_session(journal, known, replace(known, vitals=(*others, vital)))


def close_session(journal: Journal, session_id: str) -> Session:
    """Close a session that is done. It can still be changed. Raises UnknownRecord."""
    return _opened(journal, session_id, "close_session", is_open=False)


def reopen_session(journal: Journal, session_id: str) -> Session:
    """Open a session again. Raises UnknownRecord."""
    return _opened(journal, session_id, "reopen_session", is_open=True)


def delete_session(journal: Journal, session_id: str) -> Session:
    """Delete a session; undo brings it back for 30 days. Raises UnknownRecord, AmbiguousRecord."""
    known = session(journal, session_id)
    with journal.store.action("delete_session"):
        journal.store.sessions.delete(known.id)
    journal.changed("sessions")
    return known


def delete_session_for_good(journal: Journal, session_id: str) -> None:
    """Blank a session with its vitals, side effects, undo history and drafts. Older backups still hold it."""
    known = session(journal, session_id)
    with journal.store.tx():
        journal.store.sessions.delete_for_good(known.id)
    journal.changed("sessions")


def effect_items(journal: Journal, known: Session | None = None) -> tuple[Item, ...]:
    """The items that a side effect can be.

    The usual three first, then those that sessions of the same course (or kind) had, newest session
    first, then the others in their order.
    """
    items = [item for item in journal.items() if item.cluster is Cluster.BODY]
    before = _effects_before(journal, known)
    ranks = {item_id: rank for rank, item_id in reversed(list(enumerate(before)))}
    return tuple(sorted(items, key=lambda item: (not item.highlighted, ranks.get(item.id, len(before)), item.position)))


def _new(journal: Journal, kind: str, at: datetime | None, course_id: str | None, *, of_its_kind: bool) -> Session:
    check_treatment(journal, kind)
    when = moment(journal, at)
    blank = Session(str(uuid.uuid4()), kind, when.at_ms, when.offset_min, date.min, zone=when.zone)
    new = begun(journal, blank)
    if course_id is not None:
        return replace(new, course_id=course(journal, course_id).id)
    open_then = running(journal, new.day, kind) if of_its_kind else []
    return replace(new, course_id=open_then[0].id if len(open_then) == 1 else None)


def _opened(journal: Journal, session_id: str, what: str, *, is_open: bool) -> Session:
    known = session(journal, session_id)
    return saved_session(journal, replace(known, open=is_open), what)


def _effects_before(journal: Journal, known: Session | None) -> list[str]:
    """The items of side effects in the sessions before, newest session first."""
    if known is None:
        related = journal.store.sessions.all()
    elif known.course_id is not None:
        related = journal.store.sessions.of_course(known.course_id)
    else:
        related = [each for each in journal.store.sessions.all() if each.kind == known.kind]
    return [effect.item_id for each in reversed(related) for effect in each.effects]

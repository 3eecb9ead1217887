"""One session found and saved: what every change of a session goes through."""

from __future__ import annotations

from collections.abc import Iterable

from journal.app.journal import Journal
from journal.app.moments import touched
from journal.app.records import found
from journal.model.errors import UnknownItem
from journal.model.items import Item
from journal.model.ranges import check, check_vital
from journal.model.sessions import Session, SideEffect


def session(journal: Journal, prefix: str) -> Session:
    """The session whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.sessions, prefix)


def changed_session(
    journal: Journal, before: Session, after: Session, visit: str | None = None, what: str = "change_session"
) -> Session:
    """Save a session that was changed; a session that is still open does not count as changed later.

    Raises UnknownItem, FieldOutOfRange.
    """
    return saved_session(journal, after if after.open else touched(journal, after, before), what, visit)


def saved_session(journal: Journal, changed: Session, what: str, visit: str | None = None) -> Session:
    """Save a session as one undo step. Raises UnknownItem, FieldOutOfRange."""
    _check(changed)
    effects = _items(journal, changed.effects)
    with journal.store.action(what, visit):
        journal.ensure_stored(*effects)
        saved = journal.store.sessions.save(changed)
    journal.changed("sessions")
    return saved


def _check(changed: Session) -> None:
    check(
        minutes=changed.minutes,
        dose=changed.dose,
        weight_kg=changed.weight_kg,
        clear_min=changed.clear_min,
        worked_with=changed.worked_with,
    )
    for vital in changed.vitals:
        check_vital(vital)
    for effect in changed.effects:
        for point in effect.points:
            check(level=point.level)


def _items(journal: Journal, effects: Iterable[SideEffect]) -> list[Item]:
    wanted = {effect.item_id for effect in effects}
    known = [item for item in journal.items() if item.id in wanted] if wanted else []
    for unknown in sorted(wanted - {item.id for item in known}):
        raise UnknownItem(key=unknown, similar=())
    return known

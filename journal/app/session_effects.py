"""Side effects of a session, written down as points of time and level."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace

from journal.app.journal import Journal
from journal.app.session_saving import changed_session, session
from journal.model.entries import local_time
from journal.model.errors import TimeInFuture, UnknownRecord
from journal.model.items import Item
from journal.model.ranges import check
from journal.model.sessions import EffectPoint, Phase, Session, SideEffect


def add_point(journal: Journal, session_id: str, item: Item, level: int, *, at_ms: int | None = None) -> Session:
    """Write down how strong a side effect is now, or was at an instant (UTC milliseconds).

    A second level at the same instant replaces the first. Raises UnknownRecord, FieldOutOfRange,
    TimeInFuture.
    """
    check(level=level)
    at_ms = journal.clock.now_ms() if at_ms is None else at_ms
    point = EffectPoint(str(uuid.uuid4()), item.id, at_ms, _offset(journal, at_ms), level)

    def changed(effect: SideEffect) -> SideEffect:
        others = (each for each in effect.points if each.at_ms != at_ms)
        return replace(effect, points=(*others, point))

    return _with(journal, session_id, item.id, changed)


def change_point(
    journal: Journal, session_id: str, point_id: str, *, at_ms: int | None = None, level: int | None = None
) -> Session:
    """Correct a point; None leaves a thing as it is.

    Raises UnknownRecord, FieldOutOfRange, TimeInFuture.
    """
    check(level=level)
    point = _point(session(journal, session_id), point_id)
    if at_ms is not None:
        point = replace(point, at_ms=at_ms, offset_min=_offset(journal, at_ms))
    point = point if level is None else replace(point, level=level)

    def changed(effect: SideEffect) -> SideEffect:
        return replace(effect, points=tuple(point if each.id == point_id else each for each in effect.points))

    return _with(journal, session_id, point.item_id, changed)


def remove_point(journal: Journal, session_id: str, point_id: str) -> Session:
    """Take a point away; a side effect without points or phase goes with its last one. Raises UnknownRecord."""
    point = _point(session(journal, session_id), point_id)

    def changed(effect: SideEffect) -> SideEffect:
        return replace(effect, points=tuple(each for each in effect.points if each.id != point_id))

    return _with(journal, session_id, point.item_id, changed)


def set_phase(journal: Journal, session_id: str, item: Item, phase: Phase | None) -> Session:
    """Say when a side effect came, or nothing about it. Raises UnknownRecord."""
    return _with(journal, session_id, item.id, lambda effect: replace(effect, phase=phase))


def remove_effect(journal: Journal, session_id: str, item: Item) -> Session:
    """Take a side effect away with its points and its phase. Raises UnknownRecord."""
    return _with(journal, session_id, item.id, lambda effect: SideEffect(effect.item_id))


def _with(journal: Journal, session_id: str, item_id: str, change: Callable[[SideEffect], SideEffect]) -> Session:
    known = session(journal, session_id)
    effect = change(known.effect(item_id) or SideEffect(item_id))
    others = tuple(each for each in known.effects if each.item_id != item_id)
    kept = (effect,) if effect.points or effect.phase is not None else ()
    return changed_session(journal, known, replace(known, effects=(*others, *kept)), what="side_effect")


def _point(known: Session, point_id: str) -> EffectPoint:
    for effect in known.effects:
        for point in effect.points:
            if point.id == point_id:
                return point
    raise UnknownRecord(kind="point", prefix=point_id)


def _offset(journal: Journal, at_ms: int) -> int:
    """The local offset at an instant. Raises TimeInFuture."""
    offset_min = journal.clock.offset_min(at_ms)
    if at_ms > journal.clock.now_ms():
        raise TimeInFuture(text=local_time(at_ms, offset_min).isoformat(timespec="minutes"))
    return offset_min

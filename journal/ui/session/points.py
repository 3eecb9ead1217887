"""Points of side effects put into a session or taken out of it. Pure."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from dataclasses import replace

from journal.model.sessions import EffectPoint, Session, SideEffect


def new_point(item_id: str, at_ms: int, offset_min: int, level: int) -> EffectPoint:
    """A point with an id of its own."""
    return EffectPoint(str(uuid.uuid4()), item_id, at_ms, offset_min, level)


def with_points(session: Session, points: Iterable[EffectPoint]) -> Session:
    """The session with these points; one at the same time as a known one of its item replaces it."""
    effects = {effect.item_id: effect for effect in session.effects}
    for point in points:
        effect = effects.get(point.item_id) or SideEffect(point.item_id)
        kept = [known for known in effect.points if known.at_ms != point.at_ms]
        ordered = sorted([*kept, point], key=lambda each: (each.at_ms, each.id))
        effects[point.item_id] = replace(effect, points=tuple(ordered))
    return _with_effects(session, effects.values())


def without(session: Session, point_ids: Collection[str]) -> Session:
    """The session without these points; a side effect goes with its last one."""
    effects = [
        replace(effect, points=tuple(point for point in effect.points if point.id not in point_ids))
        for effect in session.effects
    ]
    return _with_effects(session, (effect for effect in effects if effect.points or effect.phase is not None))


def _with_effects(session: Session, effects: Iterable[SideEffect]) -> Session:
    ordered = sorted(effects, key=lambda each: (not each.points, each.points[0].at_ms if each.points else 0))
    return replace(session, effects=tuple(ordered))

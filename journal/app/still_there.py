"""Side effects that were there before, asked about at a check-in: each once, and again at the next one.

What was asked in the check-in that goes on is kept as a setting, so that closing the journal in the
middle of one asks nothing twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journal.app.check_ins import CONTINUED_FOR_MS
from journal.app.journal import Journal
from journal.app.open_effects import OpenEffect, answer_open_effect, open_effects
from journal.app.session_effects import change_point, remove_point
from journal.host.clock import local_now
from journal.model.sessions import EffectPoint, Session

SETTING = "still_there"


@dataclass(frozen=True, slots=True)
class StillAsked:
    """One side effect that is asked about. `answer` is what was answered in this check-in, or None."""

    effect: OpenEffect
    answer: EffectPoint | None = None

    @property
    def key(self) -> str:
        """Names it within the check-in."""
        return effect_key(self.effect.session.id, self.effect.item.key)


def effect_key(session_id: str, item_key: str) -> str:
    """The name of a side effect of a session."""
    return f"{session_id}:{item_key}"


def still_asked(journal: Journal, entry_id: str) -> tuple[StillAsked, ...]:
    """What to ask in the check-in of this id: what is open and was not asked in it, and what was answered in it."""
    asked = _asked(journal, entry_id)
    answered = [found for key, known in asked.items() if known and (found := _answered(journal, key, known))]
    keys = {found.key for found in answered}
    fresh = []
    for effect in open_effects(journal, local_now(journal.clock)):
        key = effect_key(effect.session.id, effect.item.key)
        # One that was answered and whose answer is gone (undone, taken away) is asked again; a skipped one is not.
        if key not in keys and (key not in asked or asked[key] is not None):
            fresh.append(StillAsked(effect))
    return tuple(sorted([*answered, *fresh], key=lambda each: (each.effect.since_ms, each.key)))


def answer(journal: Journal, entry_id: str, asked: StillAsked, level: int | None) -> None:
    """Write down how strong it is now, change that answer, or take it away (None).

    Raises UnknownRecord when the session is gone.
    """
    known = _answered_point(journal, asked)
    effect = asked.effect
    if level is not None and known is None:
        session = answer_open_effect(journal, effect.session.id, effect.item, level)
        _keep(journal, entry_id, {asked.key: _kept(effect, _newest(session, effect.item.id))})
    elif level is not None and known is not None:
        change_point(journal, effect.session.id, known.id, level=level)
    elif known is not None:
        remove_point(journal, effect.session.id, known.id)


def skip(journal: Journal, entry_id: str, keys: tuple[str, ...]) -> None:
    """Ask no more about these in this check-in."""
    _keep(journal, entry_id, dict.fromkeys(keys))


def _kept(effect: OpenEffect, point: EffectPoint) -> dict[str, Any]:
    return {"point": point.id, "since_ms": effect.since_ms, "offset_min": effect.offset_min, "level": effect.level}


def _answered_point(journal: Journal, asked: StillAsked) -> EffectPoint | None:
    """The answer as it stands now; None where it was undone meanwhile."""
    session = journal.store.sessions.get(asked.effect.session.id)
    return _point(session, asked.answer.id) if session and asked.answer else None


def _answered(journal: Journal, key: str, kept: dict[str, Any]) -> StillAsked | None:
    session_id, _colon, item_key = key.partition(":")
    session = journal.store.sessions.get(session_id)
    point = _point(session, str(kept.get("point"))) if session else None
    item = next((item for item in journal.items() if item.key == item_key), None)
    if session is None or point is None or item is None:
        return None
    effect = OpenEffect(session, item, int(kept["since_ms"]), int(kept["offset_min"]), int(kept["level"]))
    return StillAsked(effect, point)


def _point(session: Session, point_id: str) -> EffectPoint | None:
    return next((point for effect in session.effects for point in effect.points if point.id == point_id), None)


def _newest(session: Session, item_id: str) -> EffectPoint:
    effect = session.effect(item_id)
    points = effect.points if effect else ()
    return max(points, key=lambda point: point.at_ms)


def _asked(journal: Journal, entry_id: str) -> dict[str, dict[str, Any] | None]:
    """What was asked in this check-in: the answer that was kept by name, None for what was skipped."""
    kept = journal.setting(SETTING, {})
    if kept.get("entry") == entry_id or _goes_on(journal, kept):
        return dict(kept.get("asked", {}))
    return {}


def _goes_on(journal: Journal, kept: dict[str, Any]) -> bool:
    """A check-in that nothing else was answered in has no entry; opened again within three hours it is the same."""
    if "entry" not in kept or journal.store.entries.get(kept["entry"]) is not None:
        return False
    return 0 <= journal.clock.now_ms() - int(kept["at_ms"]) <= CONTINUED_FOR_MS


def _keep(journal: Journal, entry_id: str, more: dict[str, Any]) -> None:
    asked = {**_asked(journal, entry_id), **more}
    journal.put_setting(SETTING, {"entry": entry_id, "at_ms": journal.clock.now_ms(), "asked": asked})

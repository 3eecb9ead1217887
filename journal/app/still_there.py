"""Side effects that were there before, asked about at a check-in: each once, and again at the next one.

What was asked in the check-in that goes on is kept as a setting (which, and the id of its answer), so
that closing the journal in the middle of one asks nothing twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from journal.app.check_ins import CONTINUED_FOR_MS
from journal.app.journal import Journal
from journal.app.open_effects import OpenEffect, answer_open_effect, open_effects
from journal.app.session_effects import change_point, remove_point
from journal.host.clock import local_now
from journal.model.sessions import EffectPoint, Session
from journal.model.side_effects import effect_course

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
        _keep(journal, entry_id, {asked.key: _newest(session, effect.item.id).id})
    elif level is not None and known is not None:
        change_point(journal, effect.session.id, known.id, level=level)
    elif known is not None:
        remove_point(journal, effect.session.id, known.id)


def skip(journal: Journal, entry_id: str, keys: tuple[str, ...]) -> None:
    """Ask no more about these in this check-in."""
    _keep(journal, entry_id, dict.fromkeys(keys))


def _answered_point(journal: Journal, asked: StillAsked) -> EffectPoint | None:
    """The answer as it stands now; None where it was undone meanwhile."""
    session = journal.store.sessions.get(asked.effect.session.id)
    return _point(session, asked.answer.id) if session and asked.answer else None


def _answered(journal: Journal, key: str, point_id: str) -> StillAsked | None:
    """A side effect as it was before its answer, with that answer; None once the answer is gone."""
    session_id, _colon, item_key = key.partition(":")
    session = journal.store.sessions.get(session_id)
    point = _point(session, point_id) if session else None
    item = next((item for item in journal.items() if item.key == item_key), None)
    effect = session.effect(item.id) if session and item else None
    if session is None or item is None or effect is None or point is None:
        return None
    before = replace(effect, points=tuple(each for each in effect.points if each.id != point_id))
    onset = effect_course(session, before, point.at_ms).onset or point
    level = before.points[-1].level if before.points else point.level
    return StillAsked(OpenEffect(session, item, onset.at_ms, onset.offset_min, level), point)


def _point(session: Session, point_id: str) -> EffectPoint | None:
    return next((point for effect in session.effects for point in effect.points if point.id == point_id), None)


def _newest(session: Session, item_id: str) -> EffectPoint:
    effect = session.effect(item_id)
    points = effect.points if effect else ()
    return max(points, key=lambda point: point.at_ms)


def _asked(journal: Journal, entry_id: str) -> dict[str, str | None]:
    """What was asked in this check-in: the id of the answer by name, None for what was skipped."""
    kept = journal.setting(SETTING, {})
    asked = kept.get("asked") if isinstance(kept, dict) else None
    if not isinstance(asked, dict) or not (kept.get("entry") == entry_id or _goes_on(journal, kept)):
        return {}
    return {key: known for key, known in asked.items() if known is None or isinstance(known, str)}


def _goes_on(journal: Journal, kept: dict[str, Any]) -> bool:
    """A check-in that nothing else was answered in has no entry; opened again within three hours it is the same."""
    entry_id, at_ms = kept.get("entry"), kept.get("at_ms")
    if not isinstance(entry_id, str) or not isinstance(at_ms, int) or journal.store.entries.get(entry_id) is not None:
        return False
    return 0 <= journal.clock.now_ms() - at_ms <= CONTINUED_FOR_MS


def _keep(journal: Journal, entry_id: str, more: Mapping[str, str | None]) -> None:
    asked = {**_asked(journal, entry_id), **more}
    journal.put_setting(SETTING, {"entry": entry_id, "at_ms": journal.clock.now_ms(), "asked": asked})

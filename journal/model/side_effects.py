"""Side effects as courses over time: when one came, was highest and went, and whether it is still there.

By clinical.md, section 2: a last level above 0 means still there; 72 hours after its onset it is not
asked about again, and its end is "not known". Nothing is concluded from silence: an end that nobody
wrote down is no end, and an effect that nobody wrote about again has not stayed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journal.model.entries import TimeKnown, day_of
from journal.model.sessions import EffectPoint, Phase, Session, SideEffect

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS

ASKED_FOR_H = 72
"""For so many hours after its onset an open side effect is asked about."""

USUAL_MIN = 120
"""How long a session counts where its minutes were not written down: effects of an infusion mostly
resolve by two hours, esketamine is observed for two (clinical.md, section 2)."""


@dataclass(frozen=True, slots=True)
class EffectCourse:
    """What the points of one side effect say.

    `onset` is the first point above 0, `peak` the first of the highest, `end` the first point at 0
    after the last one above 0. All three are None where it was never above 0. Without an end it is
    either `still_there` or, 72 hours after its onset, `end_unknown`.
    """

    item_id: str
    onset: EffectPoint | None = None
    peak: EffectPoint | None = None
    end: EffectPoint | None = None
    still_there: bool = False
    end_unknown: bool = False
    phase: Phase | None = None


def effect_course(session: Session, effect: SideEffect, now_ms: int) -> EffectCourse:
    """Derive onset, peak, end and phase; a phase that the person named stands as it is."""
    points = in_order(effect)
    above = [point for point in points if point.level > 0]
    if not above:
        return EffectCourse(effect.item_id, phase=effect.phase)
    onset, last = above[0], above[-1]
    end = next((point for point in points[points.index(last) :] if point.level == 0), None)
    asked = now_ms - onset.at_ms <= ASKED_FOR_H * HOUR_MS
    return EffectCourse(
        item_id=effect.item_id,
        onset=onset,
        peak=max(above, key=lambda point: point.level),
        end=end,
        still_there=end is None and asked,
        end_unknown=end is None and not asked,
        phase=effect.phase or _phase(session, onset, last),
    )


def effect_courses(session: Session, now_ms: int) -> tuple[EffectCourse, ...]:
    """The courses of all side effects of a session that were ever above 0, by onset."""
    found = [effect_course(session, effect, now_ms) for effect in session.effects]
    return tuple(sorted((course for course in found if course.onset), key=_began))


def open_effects(sessions: Iterable[Session], now_ms: int) -> tuple[tuple[Session, SideEffect], ...]:
    """The side effects to ask about: still there, and no more than 72 hours old; the oldest first."""
    found = [
        (course, session, effect)
        for session in sessions
        for effect in session.effects
        if (course := effect_course(session, effect, now_ms)).still_there
    ]
    return tuple((session, effect) for _, session, effect in sorted(found, key=lambda row: _began(row[0])))


def in_order(effect: SideEffect) -> tuple[EffectPoint, ...]:
    """The points by time; the id settles two of one instant, so that every computer answers the same."""
    return tuple(sorted(effect.points, key=lambda point: (point.at_ms, point.id)))


def _began(course: EffectCourse) -> tuple[int, str]:
    return (course.onset.at_ms if course.onset else 0, course.item_id)


def _phase(session: Session, onset: EffectPoint, last: EffectPoint) -> Phase | None:
    """When it came; "stayed" only where it was written down 72 hours after its onset or later.

    None where a session's time of day is not known, and with it whether that was during or after.
    """
    if last.at_ms - onset.at_ms >= ASKED_FOR_H * HOUR_MS:
        return Phase.STAYED
    if _during(session, onset):
        return Phase.DURING
    if day_of(onset.at, session.day_start_min) > session.day:
        return Phase.NEXT_DAYS
    return Phase.LATER_THAT_DAY if session.time_known is TimeKnown.MINUTE else None


def _during(session: Session, onset: EffectPoint) -> bool:
    minutes = USUAL_MIN if session.minutes is None else session.minutes
    return session.time_known is TimeKnown.MINUTE and onset.at_ms <= session.at_ms + minutes * MINUTE_MS

"""Courses, sessions, medicines, practice and markers as the command line's JSON.

Times are ISO 8601 with offset, days 2026-10-29, times of day 08:00. What was not said is null or "".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from journal.model.entries import local_time
from journal.texts.treatments import course_title, session_title, treatment_label

if TYPE_CHECKING:
    from journal.app.courses import CourseView
    from journal.model.courses import Course
    from journal.model.markers import Marker
    from journal.model.medicines import Medicine
    from journal.model.practices import Practice
    from journal.model.sessions import Session, SideEffect, Vital
    from journal.model.treatments import Treatments

Data = dict[str, Any]


def course_json(view: CourseView, treatments: Treatments) -> Data:
    """A course with its plans, oldest first, and how many sessions it has had."""
    course = view.course
    return {
        "id": course.id,
        "kind": course.kind,
        "label": course_title(course, treatments),
        "name": course.name,
        "start": course.start.isoformat(),
        "sessions": course.sessions_planned,
        "every_days": course.plan.every_days if course.plan else None,
        "sessions_had": len(view.sessions),
        "next_day": view.next_day.isoformat() if view.next_day else None,
        "ended_on": course.ended_on.isoformat() if course.ended_on else None,
        "end_reason": course.end_reason,
        "clinic": course.clinic,
        "purpose": course.purpose,
        "tried_earlier": course.tried_earlier,
        "baseline": course.baseline,
        "plans": [
            {"since": plan.since_day.isoformat(), "sessions": plan.sessions, "every_days": plan.every_days}
            for plan in course.plans
        ],
    }


def session_json(
    session: Session, course: Course | None, number: int | None, treatments: Treatments, keys: Mapping[str, str]
) -> Data:
    """A session with its vitals and side effects; `keys` are the items' keys by id."""
    return {
        "id": session.id,
        "kind": session.kind,
        "label": treatment_label(treatments.of(session.kind)),
        "title": session_title(session, course, number, treatments),
        "name": session.name,
        "course": session.course_id,
        "number": number,
        "planned": course.planned_on(session.day) if course else None,
        "at": _iso(session.at),
        "day": session.day.isoformat(),
        "time_known": session.time_known.value,
        "planned_at": _moment(session.planned_ms, session.offset_min),
        "open": session.open,
        "dose": session.dose,
        "unit": session.unit,
        "weight_kg": session.weight_kg,
        "route": session.route,
        "minutes": session.minutes,
        "place": session.place,
        "accompanied": session.accompanied,
        "shortened": session.shortened,
        "shortened_why": session.shortened_why,
        "other_medicines": session.other_medicines,
        "ate_at": _moment(session.ate_ms, session.offset_min),
        "alcohol": session.alcohol,
        "calming": session.calming,
        "held_back": session.held_back,
        "vitals": [_vital(vital) for vital in session.vitals],
        "effects": [_effect(effect, keys) for effect in session.effects],
        "went": session.went,
        "clear_min": session.clear_min,
        "worked_with": session.worked_with,
        "ride": session.ride,
        "intention": session.intention,
        "note": session.note,
        "tags": list(session.tags),
        "shared": session.shared,
        "made_at": _moment(session.made_ms, _made_offset(session)),
        "changed_at": _moment(session.changed_ms, _made_offset(session)),
        "source": session.import_id,
    }


def _vital(vital: Vital) -> Data:
    return {
        "minute": vital.minute,
        "systolic": vital.systolic,
        "diastolic": vital.diastolic,
        "pulse": vital.pulse,
        "spo2": vital.spo2,
    }


def medicine_json(medicine: Medicine) -> Data:
    """A medicine with its doses, oldest first; `dose` and `times` are the newest ones."""
    newest = medicine.levels[-1] if medicine.levels else None
    return {
        "id": medicine.id,
        "name": medicine.name,
        "unit": medicine.unit,
        "as_needed": medicine.as_needed,
        "start": medicine.start.isoformat(),
        "dose": newest.amount if newest else None,
        "times": clock_texts(newest.times) if newest else [],
        "stopped_on": medicine.stopped_on.isoformat() if medicine.stopped_on else None,
        "stop_reason": medicine.stop_reason,
        "purpose": medicine.purpose,
        "doses": [
            {"since": level.since_day.isoformat(), "dose": level.amount, "times": clock_texts(level.times)}
            for level in medicine.levels
        ],
        "source": medicine.import_id,
    }


def practice_json(practice: Practice) -> Data:
    """A practice; distress from 0 to 100."""
    return {
        "id": practice.id,
        "kind": practice.kind.value,
        "name": practice.name,
        "at": _iso(practice.at),
        "day": practice.day.isoformat(),
        "minutes": practice.minutes,
        "distress": {"before": practice.before, "highest": practice.highest, "after": practice.after},
        "done": practice.done,
        "course": practice.course_id,
        "note": practice.note,
    }


def marker_json(marker: Marker) -> Data:
    """A marker."""
    return {"id": marker.id, "on": marker.day.isoformat(), "label": marker.label, "note": marker.note}


def clock_texts(minutes: tuple[int, ...]) -> list[str]:
    """Minutes after midnight as 08:00."""
    return [f"{minute // 60:02}:{minute % 60:02}" for minute in minutes]


def _effect(effect: SideEffect, keys: Mapping[str, str]) -> Data:
    points = [{"at": _iso(point.at), "level": point.level} for point in effect.points]
    return {"key": keys.get(effect.item_id, ""), "phase": effect.phase, "points": points}


def _made_offset(session: Session) -> int:
    return session.offset_min if session.made_offset_min is None else session.made_offset_min


def _moment(at_ms: int | None, offset_min: int) -> str | None:
    return None if at_ms is None else _iso(local_time(at_ms, offset_min))


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")

"""Courses and their sessions in words. Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.model.courses import Course, CoursePlan
from journal.model.sessions import Session
from journal.model.side_effects import EffectCourse, effect_courses
from journal.texts.dates import clock_time, day_and_time, heading, short_date, short_day, weekday_and_day
from journal.texts.numbers import count
from journal.texts.translation import _, ngettext
from journal.texts.treatments import dose_text, session_title, went_text

if TYPE_CHECKING:
    from journal.app.courses import CourseView
    from journal.ui.treatment.loaded import Loaded

DOT = " \u00b7 "


def course_lines(view: CourseView, today: date) -> tuple[str, ...]:
    """How far a course is, its plan, and what comes next."""
    course = view.course
    begun = _("since {day}").format(day=short_date(course.start))
    first = DOT.join(part for part in (so_far(view, today), begun, plan_summary(course, today)) if part)
    return tuple(line for line in (first, _next_or_end(view)) if line)


def so_far(view: CourseView, today: date) -> str:
    """How many sessions there were: "4 of 6 sessions"."""
    n, planned = len(view.sessions), view.course.planned_on(today)
    if planned is None:
        return ngettext("{n} session", "{n} sessions", n).format(n=count(n))
    return ngettext("{n} of {planned} session", "{n} of {planned} sessions", planned).format(
        n=count(n), planned=count(planned)
    )


def plan_summary(course: Course, today: date) -> str:
    """What was planned, with its changes: "6 planned, 8 since 3 Nov", and the rhythm now: "every 3 days"."""
    parts: list[str] = []
    before: int | None = None
    for plan in course.plans:
        if plan.sessions is not None and plan.sessions != before:
            n = count(plan.sessions)
            words = _("{n} since {day}").format(n=n, day=_day(plan.since_day, today))
            parts.append(words if parts else _("{n} planned").format(n=n))
        before = plan.sessions
    rhythm = rhythm_text(course.plan.every_days) if course.plan else ""
    listed = parts if len(parts) > 1 else []  # one number alone stands in "4 of 6 sessions" already
    return DOT.join(part for part in (", ".join(listed), rhythm) if part)


def plan_line(plan: CoursePlan, *, first: bool) -> str:
    """One plan of a course: "From 3 Nov 2026: 8 sessions, every 7 days"."""
    sessions = (
        "" if plan.sessions is None else ngettext("{n} session", "{n} sessions", plan.sessions).format(n=plan.sessions)
    )
    words = ", ".join(part for part in (sessions, rhythm_text(plan.every_days)) if part) or _("no number planned")
    if first:
        return _("At first: {plan}").format(plan=words)
    return _("From {day}: {plan}").format(day=short_date(plan.since_day), plan=words)


def rhythm_text(every_days: int | None) -> str:
    """The rhythm: "every 3 days"."""
    if every_days is None:
        return ""
    return ngettext("every day", "every {n} days", every_days).format(n=count(every_days))


def session_words(session: Session, loaded: Loaded, *, short: bool = False) -> str:
    """What a session is called."""
    view = loaded.course(session.course_id) if session.course_id else None
    number = loaded.numbers.get(session.id)
    return session_title(session, view.course if view else None, number, loaded.treatments, short=short)


def session_lines(session: Session, loaded: Loaded) -> tuple[str, ...]:
    """When a session was, what was given, how it was to go through, and its side effects."""
    first = DOT.join((heading(day_and_time(session.at)), *given_words(session, loaded)))
    return tuple(line for line in (first, effects_line(session, loaded)) if line)


def given_words(session: Session, loaded: Loaded) -> tuple[str, ...]:
    """What was given, how it was to go through, and that it is open still."""
    treatment = loaded.treatments.of(session.kind)
    dose = "" if session.dose is None else dose_text(session.dose, session.unit, treatment.device_mg)
    went = "" if session.went is None else went_text(session.went)
    still = _("open") if session.open else ""
    return tuple(part for part in (dose, went, still) if part)


def effects_line(session: Session, loaded: Loaded) -> str:
    """The side effects of a session: "Dizziness up to 2, still there"."""
    return DOT.join(_effect(course, loaded) for course in effect_courses(session, loaded.now_ms))


def _effect(course: EffectCourse, loaded: Loaded) -> str:
    level = course.peak.level if course.peak else 0
    words = _("{label} up to {level}").format(label=loaded.labels.get(course.item_id, "…"), level=count(level))
    if course.still_there:
        return _("{effect}, still there").format(effect=words)
    if course.end_unknown:
        return _("{effect}, end not known").format(effect=words)
    return words


def open_since(session: Session, today: date) -> str:
    """Since when a session is open: "open since 14:05", with its day where that is another one."""
    when = clock_time(session.at) if session.at.date() == today else day_and_time(session.at)
    return _("open since {time}").format(time=when)


def _next_or_end(view: CourseView) -> str:
    course = view.course
    if course.ended_on is not None:
        ended = _("Ended on {day}").format(day=short_date(course.ended_on))
        return f"{ended}{DOT}{course.end_reason}" if course.end_reason else ended
    if view.next_day is not None:
        return _("Next one planned for {day}").format(day=weekday_and_day(view.next_day))
    return ""


def _day(day: date, today: date) -> str:
    return short_day(day) if day.year == today.year else short_date(day)

"""Courses of treatment: begun, changed, ended, with what was planned from which day on."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypedDict, Unpack

from journal.app.journal import Journal
from journal.app.records import found
from journal.model.courses import Course, CoursePlan
from journal.model.errors import InvalidDay, UnknownTreatment
from journal.model.ranges import check
from journal.model.sessions import Session


class CourseFields(TypedDict, total=False):
    """What can be changed about a course besides its plan and its end."""

    kind: str
    start: date
    name: str
    clinic: str
    purpose: str
    tried_earlier: str
    baseline: str
    end_reason: str


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course with its sessions by time, and the day on which its rhythm would have the next one.

    `next_day` is None without a rhythm, once all planned sessions are there, and after its end.
    """

    course: Course
    sessions: tuple[Session, ...]
    next_day: date | None


def courses(journal: Journal) -> list[Course]:
    """Every course, by its start."""
    return journal.store.courses.all()


def course(journal: Journal, prefix: str) -> Course:
    """The course whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.courses, prefix)


def add_course(
    journal: Journal,
    kind: str,
    start: date,
    *,
    name: str = "",
    sessions: int | None = None,
    every_days: int | None = None,
    clinic: str = "",
    purpose: str = "",
    tried_earlier: str = "",
    baseline: str = "",
    take_in: bool = False,
) -> Course:
    """Begin a course. `take_in` makes the sessions of its kind from its start on its own that have no course yet.

    Raises UnknownTreatment, FieldOutOfRange.
    """
    check_treatment(journal, kind)
    check(sessions=sessions, every_days=every_days)
    planned = sessions is not None or every_days is not None
    made = Course(
        id=str(uuid.uuid4()),
        kind=kind,
        start=start,
        name=name,
        plans=(CoursePlan(str(uuid.uuid4()), start, sessions, every_days),) if planned else (),
        clinic=clinic,
        purpose=purpose,
        tried_earlier=tried_earlier,
        baseline=baseline,
    )
    with journal.store.action("add_course"):
        saved = journal.store.courses.save(made)
        if take_in:
            _take_in(journal, saved)
    journal.changed("courses")
    return saved


def _take_in(journal: Journal, made: Course) -> None:
    """Give a new course the sessions that were written down before it; part of the step that adds it."""
    for each in journal.store.sessions.all():
        if each.course_id is None and each.kind == made.kind and each.at.date() >= made.start:
            journal.store.sessions.save(replace(each, course_id=made.id))
            journal.changed("sessions")


def change_course(
    journal: Journal, course_id: str, *, visit: str | None = None, **fields: Unpack[CourseFields]
) -> Course:
    """Change a course; `visit` makes several changes of a text one undo step.

    Another start takes the first plan along. Raises UnknownRecord, UnknownTreatment, InvalidDay
    (end_before_start, change_before_start).
    """
    known = course(journal, course_id)
    check_treatment(journal, fields.get("kind", known.kind))
    changed = replace(known, **fields)
    if changed.start != known.start:
        changed = replace(changed, plans=_with_start(known, changed.start))
        _check_end(changed)
    return _saved(journal, changed, "change_course", visit)


def change_plan(
    journal: Journal, course_id: str, since: date, *, sessions: int | None, every_days: int | None
) -> Course:
    """Plan otherwise from a day on; what was planned before stays as its history.

    Raises UnknownRecord, FieldOutOfRange, InvalidDay (change_before_start, after_end).
    """
    known = course(journal, course_id)
    check(sessions=sessions, every_days=every_days)
    if since < known.start:
        raise InvalidDay(reason="change_before_start", day=since)
    if known.ended_on is not None and since > known.ended_on:
        raise InvalidDay(reason="after_end", day=since)
    same_day = next((plan.id for plan in known.plans if plan.since_day == since), None)
    new = CoursePlan(same_day or str(uuid.uuid4()), since, sessions, every_days)
    plans = (*(plan for plan in known.plans if plan.since_day != since), new)
    return _saved(journal, replace(known, plans=plans), "change_plan")


def end_course(journal: Journal, course_id: str, on: date, reason: str = "") -> Course:
    """Write down the last day of a course. Raises UnknownRecord, InvalidDay (end_before_start)."""
    ended = replace(course(journal, course_id), ended_on=on, end_reason=reason)
    _check_end(ended)
    return _saved(journal, ended, "end_course")


def reopen_course(journal: Journal, course_id: str) -> Course:
    """Let a course go on that had ended. Raises UnknownRecord."""
    return _saved(journal, replace(course(journal, course_id), ended_on=None, end_reason=""), "reopen_course")


def delete_course(journal: Journal, course_id: str) -> Course:
    """Delete a course; its sessions and practice stay, without one. Undo brings it back for 30 days."""
    known = course(journal, course_id)
    with journal.store.action("delete_course"):
        _let_go(journal, known.id)
        journal.store.courses.delete(known.id)
    journal.changed("courses", "sessions", "practices")
    return known


def delete_course_for_good(journal: Journal, course_id: str) -> None:
    """Blank a course and its undo history at once. Older backups still hold it."""
    known = course(journal, course_id)
    with journal.store.tx():
        _let_go(journal, known.id)
        journal.store.courses.delete_for_good(known.id)
    journal.changed("courses", "sessions", "practices")


def course_views(journal: Journal) -> list[CourseView]:
    """Every course with its sessions, by its start."""
    by_course: dict[str, list[Session]] = {}
    for session in journal.store.sessions.all():
        by_course.setdefault(session.course_id or "", []).append(session)
    found_sessions = ((each, tuple(by_course.get(each.id, ()))) for each in courses(journal))
    return [CourseView(each, sessions, next_day(each, sessions)) for each, sessions in found_sessions]


def next_day(known: Course, sessions: Sequence[Session]) -> date | None:
    """When the rhythm of a course would have its next session; its start where there was none yet."""
    plan = known.plan
    if known.ended_on is not None or plan is None or plan.every_days is None:
        return None
    if plan.sessions is not None and len(sessions) >= plan.sessions:
        return None
    return sessions[-1].day + timedelta(days=plan.every_days) if sessions else known.start


def session_planned(journal: Journal, day: date) -> bool:
    """Whether the rhythm of a course puts a session on a day, as it stood before that day."""
    for known in running(journal, day):
        before = [session for session in journal.store.sessions.of_course(known.id) if session.day < day]
        if next_day(replace(known, ended_on=None), before) == day:
            return True
    return False


def running(journal: Journal, day: date | None = None, kind: str | None = None) -> list[Course]:
    """The courses that are open on a day (today), of all kinds or of one."""
    on = day or journal.today()
    return [each for each in courses(journal) if each.open_on(on) and kind in (None, each.kind)]


def like(journal: Journal, kind: str, also: str | None = None) -> list[Course]:
    """The courses of a kind, open or ended, and the one with the id `also`; newest first."""
    return [each for each in reversed(courses(journal)) if each.kind == kind or each.id == also]


def check_treatment(journal: Journal, kind: str) -> None:
    """Raise UnknownTreatment for a kind that there is not."""
    if journal.treatments.get(kind) is None:
        raise UnknownTreatment(kind=kind, known=tuple(treatment.key for treatment in journal.treatments.all))


def _check_end(known: Course) -> None:
    if known.ended_on is not None and known.ended_on < known.start:
        raise InvalidDay(reason="end_before_start", day=known.ended_on)


def _with_start(known: Course, start: date) -> tuple[CoursePlan, ...]:
    """The plans after the start was corrected: the one that held from the start still does."""
    plans = tuple(replace(plan, since_day=start) if plan.since_day <= known.start else plan for plan in known.plans)
    too_early = next((plan.since_day for plan in plans if plan.since_day < start), None)
    if too_early is not None:
        raise InvalidDay(reason="change_before_start", day=too_early)
    return plans


def _let_go(journal: Journal, course_id: str) -> None:
    for session in journal.store.sessions.of_course(course_id):
        journal.store.sessions.save(replace(session, course_id=None))
    for practice in journal.store.practices.of_course(course_id):
        journal.store.practices.save(replace(practice, course_id=None))


def _saved(journal: Journal, changed: Course, what: str, visit: str | None = None) -> Course:
    with journal.store.action(what, visit):
        saved = journal.store.courses.save(changed)
    journal.changed("courses")
    return saved

"""Ratings since a session, by days and by hours: which sessions can be chosen, and their lines.

Sessions are chosen by their course, or all of one kind together. Others of the same kind end a line
too: the days after a booster are not the days after the series before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.app.day_series import DaySeries, day_series, whole_reach
from journal.app.journal import Journal
from journal.model.courses import Course
from journal.model.items import Better
from journal.model.periods import Period, moved
from journal.model.series import LOAD_KEY
from journal.model.sessions import SessionOutline
from journal.model.since_hours import SessionTime, ratings_by_hour
from journal.model.since_session import (
    DAYS_AFTER,
    DAYS_BEFORE,
    SessionDay,
    SinceSession,
    ratings_by_day,
    values_by_ordinal,
)
from journal.model.treatments import Treatments
from journal.texts.treatments import course_title, treatment_label


@dataclass(frozen=True, slots=True)
class SinceOf:
    """Sessions that can be chosen together: those of a course, or all of one kind (`course_id` None)."""

    kind: str
    course_id: str | None
    title: str
    n_sessions: int

    def holds(self, session: SessionOutline) -> bool:
        """Whether a session is one of them."""
        return session.kind == self.kind and self.course_id in (None, session.course_id)


@dataclass(frozen=True, slots=True)
class RatingsSince:
    """The lines of one item (or of the average symptom rating) on chosen sessions.

    `no_hours` is true where hours were asked of an item that describes the night.
    """

    of: SinceOf
    key: str
    label: str
    better: Better
    found: SinceSession
    no_hours: bool = False


def since_choices(journal: Journal, period: Period | None = None) -> tuple[SinceOf, ...]:
    """What can be chosen, of the sessions of a period or of all: kinds with a dose first, the latest first.

    A kind whose sessions are all of one course stands there once, under the course's name.
    """
    sessions = _sessions(journal, period)
    treatments = journal.treatments
    courses = {course.id: course for course in journal.store.courses.all()}
    latest = {session.kind: session.at_ms for session in sessions}
    kinds = sorted(latest, key=lambda kind: (not treatments.of(kind).dosed, -latest[kind], kind))
    return tuple(
        choice
        for kind in kinds
        for choice in _choices_of(kind, [s for s in sessions if s.kind == kind], courses, treatments)
    )


def ratings_since(
    journal: Journal,
    key: str = LOAD_KEY,
    of: SinceOf | None = None,
    *,
    hours: bool = False,
    period: Period | None = None,
) -> RatingsSince | None:
    """Align an item's ratings on sessions; None where there is no session. Raises UnknownItem.

    Without `of` the first choice is taken. With a period only its sessions and the ratings of its
    days take part; sessions beside it still end a line.
    """
    of = of or next(iter(since_choices(journal, period)), None)
    if of is None:
        return None
    alike = [session for session in _sessions(journal, None) if session.kind == of.kind]
    chosen = [each for each in alike if of.holds(each) and (period is None or each.day in period)]
    drawn = {session.id for session in chosen}
    others = [session for session in alike if session.id not in drawn]
    held = _held(whole_reach(journal), period)
    series = day_series(journal, key, _around(chosen, held))
    found = _by_hour(series, chosen, others) if hours else _by_day(series, chosen, others, held)
    return RatingsSince(of, series.key, series.label, series.better, found, hours and series.of_night)


def _sessions(journal: Journal, period: Period | None) -> list[SessionOutline]:
    """The sessions that have begun, by time."""
    now_ms = journal.clock.now_ms()
    return [
        session
        for session in journal.store.sessions.outlines()
        if session.at_ms <= now_ms and (period is None or session.day in period)
    ]


def _choices_of(
    kind: str, sessions: Sequence[SessionOutline], courses: dict[str, Course], treatments: Treatments
) -> Iterable[SinceOf]:
    by_course: dict[str | None, list[SessionOutline]] = {}
    for session in reversed(sessions):
        course_id = session.course_id if session.course_id in courses else None
        by_course.setdefault(course_id, []).append(session)
    if len(by_course) > 1 or None in by_course:
        yield SinceOf(kind, None, treatment_label(treatments.of(kind)), len(sessions))
    for course_id, found in by_course.items():
        if course_id is not None:
            yield SinceOf(kind, course_id, course_title(courses[course_id], treatments), len(found))


def _held(reach: Period, period: Period | None) -> Period:
    """The days that can have a value: those of the journal, within the period if there is one."""
    first, last = (reach.first, reach.last) if period is None else (period.first, period.last)
    first, last = max(first, reach.first), min(last, reach.last)
    return Period(min(first, last), last)


def _around(sessions: Iterable[SessionOutline], held: Period) -> Period:
    """The days that the lines of the sessions can reach: years before the first one need not be read."""
    days = [session.day for session in sessions]
    first = max(held.first, moved(min(days, default=held.last), -DAYS_BEFORE))
    last = min(held.last, moved(max(days, default=held.last), DAYS_AFTER))
    return Period(min(first, last), last)


def _by_day(
    series: DaySeries, chosen: Iterable[SessionOutline], others: Iterable[SessionOutline], held: Period
) -> SinceSession:
    return ratings_by_day(
        [SessionDay(session.id, session.day.toordinal()) for session in chosen],
        *values_by_ordinal(series.day_values()),
        others=[session.day.toordinal() for session in others],
        first=held.first.toordinal(),
        last=held.last.toordinal(),
    )


def _by_hour(series: DaySeries, chosen: Iterable[SessionOutline], others: Iterable[SessionOutline]) -> SinceSession:
    return ratings_by_hour(
        [SessionTime(session.id, session.at_ms if session.timed else None) for session in chosen],
        series.moments(),
        others=[at_ms for session in (*chosen, *others) for at_ms in session.edges_ms],
    )

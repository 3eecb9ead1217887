"""When the monthly look is offered: while a ketamine or esketamine course is open (clinical.md, section 1).

The first one is offered as soon as the course is open, for what comes later is compared with it; then
every 28 days after the last one that was answered or set aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from journal.model.courses import Course
from journal.model.treatments import Treatments

MONTH_DAYS = 28

COVERS_MIN = MONTH_DAYS * 24 * 60
"""A look is about the four weeks that end with it."""


def monthly_courses(courses: Iterable[Course], treatments: Treatments, day: date) -> tuple[Course, ...]:
    """The ketamine and esketamine courses that are open that day."""
    return tuple(course for course in courses if course.open_on(day) and treatments.of(course.kind).dissociative)


def month_due(
    courses: Iterable[Course], treatments: Treatments, today: date, settled: Iterable[date | None] = ()
) -> bool:
    """Whether the look is offered. `settled` are the days on which one was answered or set aside, None for never."""
    if not monthly_courses(courses, treatments, today):
        return False
    before = [day for day in settled if day is not None]
    return not before or today - max(before) >= timedelta(days=MONTH_DAYS)

from datetime import date

import pytest

from journal.model.courses import Course, CoursePlan

SIX = CoursePlan("a", date(2026, 8, 1), sessions=6)
EIGHT = CoursePlan("b", date(2026, 11, 3), sessions=8)
COURSE = Course("c", "ketamine_iv", date(2026, 8, 10), plans=(SIX, EIGHT))


@pytest.mark.parametrize(
    ("day", "planned"),
    [(date(2026, 10, 29), 6), (date(2026, 11, 2), 6), (date(2026, 11, 3), 8), (date(2026, 7, 1), 6)],
)
def test_the_plan_that_has_begun_counts(day, planned):
    assert COURSE.planned_on(day) == planned


def test_a_course_without_a_plan_has_no_number():
    assert Course("c", "pe", date(2026, 8, 10)).planned_on(date(2026, 9, 1)) is None

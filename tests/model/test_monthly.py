from datetime import date

from journal.host.resources import read_treatments
from journal.model.courses import Course
from journal.model.monthly import month_due

KINDS = read_treatments()
TODAY = date(2026, 11, 22)


def course(kind="ketamine_iv", start=date(2026, 11, 20), ended_on=None):
    return Course("c1", kind, start, ended_on=ended_on)


def due(courses, *settled, today=TODAY):
    return month_due(courses, KINDS, today, settled)


def test_the_first_look_is_offered_as_soon_as_a_course_is_open():
    assert due([course()])


def test_only_ketamine_and_esketamine_ask_for_it():
    assert due([course("esketamine")])
    assert not due([course("pe"), course("emdr")])
    assert not due([])


def test_it_is_offered_while_the_course_is_open_and_not_before_or_after():
    assert not due([course(start=date(2026, 11, 23))])
    assert due([course(ended_on=TODAY)])
    assert not due([course(ended_on=date(2026, 11, 21))])


def test_the_next_one_comes_28_days_after_the_last():
    assert not due([course()], date(2026, 10, 26))
    assert due([course()], date(2026, 10, 25))


def test_one_set_aside_counts_like_one_answered():
    assert not due([course()], date(2026, 9, 1), date(2026, 11, 1))
    assert due([course()], None, date(2026, 10, 1))

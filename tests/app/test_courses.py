from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from journal.app import courses, history, practices, sessions
from journal.app.journal import Journal
from journal.model.errors import AmbiguousRecord, FieldOutOfRange, InvalidDay, UnknownRecord, UnknownTreatment
from journal.model.practices import PracticeKind
from tests.support.journals import ZoneClock, reopen

Opened = tuple[Journal, ZoneClock]
START = date(2026, 10, 15)
TODAY = date(2026, 10, 29)


def test_a_course_is_read_back_after_a_new_start(opened: Opened) -> None:
    journal, _ = opened
    made = courses.add_course(
        journal, "ketamine_iv", START, sessions=6, every_days=3, clinic="Harbour", purpose="sleep", baseline="low"
    )
    journal = reopen(journal)
    assert courses.course(journal, made.id[:8]) == made
    assert (made.sessions_planned, made.open_on(TODAY)) == (6, True)
    journal.close()


def test_a_new_course_takes_in_the_sessions_before_it_and_undo_lets_them_go(opened: Opened) -> None:
    journal, _ = opened
    at = datetime.combine(START, datetime.min.time()).replace(hour=14)
    early = sessions.add_session(journal, "ketamine_iv", at - timedelta(days=1))
    first = sessions.add_session(journal, "ketamine_iv", at)
    other = sessions.add_session(journal, "emdr", at)
    made = courses.add_course(journal, "ketamine_iv", START, take_in=True)
    belongs = [sessions.session(journal, each.id).course_id for each in (early, first, other)]
    assert belongs == [None, made.id, None]
    history.undo(journal)
    assert sessions.session(journal, first.id).course_id is None
    assert courses.courses(journal) == []


def test_a_changed_plan_keeps_what_was_planned_before(opened: Opened) -> None:
    journal, _ = opened
    made = courses.add_course(journal, "ketamine_iv", START, sessions=6)
    courses.change_plan(journal, made.id, START + timedelta(days=7), sessions=8, every_days=4)
    changed = courses.change_plan(journal, made.id, START + timedelta(days=7), sessions=9, every_days=None)
    assert [(plan.since_day, plan.sessions) for plan in changed.plans] == [(START, 6), (date(2026, 10, 22), 9)]


def test_a_corrected_start_takes_the_first_plan_along(opened: Opened) -> None:
    journal, _ = opened
    made = courses.add_course(journal, "pe", START, sessions=6)
    courses.change_plan(journal, made.id, TODAY, sessions=8, every_days=None)
    earlier = courses.change_course(journal, made.id, start=START - timedelta(days=3))
    assert earlier.plans[0].since_day == earlier.start
    with pytest.raises(InvalidDay) as error:
        courses.change_course(journal, made.id, start=TODAY + timedelta(days=1))
    assert error.value.fields["reason"] == "change_before_start"


@pytest.mark.parametrize(("since", "reason"), [(-1, "change_before_start"), (11, "after_end")])
def test_a_plan_outside_the_course_is_refused(opened: Opened, since: int, reason: str) -> None:
    journal, _ = opened
    made = courses.add_course(journal, "pe", START)
    courses.end_course(journal, made.id, START + timedelta(days=10))
    with pytest.raises(InvalidDay) as error:
        courses.change_plan(journal, made.id, START + timedelta(days=since), sessions=3, every_days=None)
    assert error.value.fields["reason"] == reason


def test_a_course_does_not_end_before_its_start_and_can_go_on_again(opened: Opened) -> None:
    journal, _ = opened
    made = courses.add_course(journal, "pe", START)
    with pytest.raises(InvalidDay):
        courses.end_course(journal, made.id, START - timedelta(days=1))
    ended = courses.end_course(journal, made.id, START, reason="moved away")
    assert (ended.ended_on, ended.end_reason) == (START, "moved away")
    assert courses.running(journal) == []
    assert courses.running(journal, START) == [ended]
    assert courses.reopen_course(journal, made.id) == made


def test_the_rhythm_says_the_next_day_until_all_planned_sessions_are_there(opened: Opened) -> None:
    journal, _ = opened
    made = courses.add_course(journal, "emdr", START, sessions=2, every_days=7)
    assert courses.course_views(journal)[0].next_day == START
    sessions.add_session(journal, "emdr", datetime(2026, 10, 16, 10))
    view = courses.course_views(journal)[0]
    assert ([each.course_id for each in view.sessions], view.next_day) == ([made.id], date(2026, 10, 23))
    sessions.add_session(journal, "emdr", datetime(2026, 10, 23, 10))
    assert courses.course_views(journal)[0].next_day is None


def test_a_deleted_course_leaves_its_sessions_and_undo_joins_them_again(opened: Opened) -> None:
    journal, _ = opened
    made = courses.add_course(journal, "emdr", START)
    held = sessions.begin_session(journal, "emdr")
    practised = practices.add_practice(journal, PracticeKind.WORKSHEET, course_id=made.id)
    courses.delete_course(journal, made.id)
    assert sessions.session(journal, held.id).course_id is None
    assert practices.practice(journal, practised.id).course_id is None
    history.undo(journal)
    assert (courses.courses(journal), sessions.sessions(journal)) == ([made], [held])
    courses.delete_course_for_good(journal, made.id)
    assert (courses.courses(journal), sessions.session(journal, held.id).course_id) == ([], None)


def test_unknown_and_ambiguous_courses_are_told(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, _ = opened
    made = courses.add_course(journal, "emdr", START)
    for prefix in ("ffff0000", made.id[:3]):
        with pytest.raises(UnknownRecord):
            courses.course(journal, prefix)
    monkeypatch.setattr(journal.store.courses, "find", lambda _: [made.id, "another"])
    with pytest.raises(AmbiguousRecord):
        courses.course(journal, made.id[:5])
    with pytest.raises(UnknownTreatment):
        courses.add_course(journal, "magic", START)
    with pytest.raises(FieldOutOfRange):
        courses.add_course(journal, "emdr", START, sessions=0)

"""Ratings since a session and comparisons, read from a journal."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from journal.app import check_ins, comparisons, courses, items, sessions, since_sessions
from journal.app.summaries import summary
from journal.model.entries import TimeKnown
from journal.model.errors import UnknownItem
from journal.model.figures import Withheld
from journal.model.items import Better
from journal.model.periods import Period, last_days
from journal.model.series import LOAD_KEY
from tests.support.journals import make_journal

TODAY = date(2026, 10, 29)


def at(ago, hour=15):
    return datetime.combine(TODAY - timedelta(days=ago), time(hour))


def log(journal, agos, hour=20, momentary=False, **answers):
    for ago in agos:
        check_ins.log(journal, answers or {"flashbacks": ago % 5}, at=at(ago, hour), momentary=momentary)


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    """Forty days of flashbacks, four infusions a week apart in one course, and one in another course."""
    made, _clock = make_journal(tmp_path_factory.mktemp("series") / "journal")
    log(made, range(40, -1, -1))
    first = courses.add_course(made, "ketamine_iv", TODAY - timedelta(days=35), sessions=4)
    for ago in (30, 23, 16, 9):
        sessions.add_session(made, "ketamine_iv", at(ago), course_id=first.id)
    sessions.add_session(made, "ketamine_iv", at(3), course_id=None)
    sessions.add_session(made, "integration", at(20), course_id=None)
    yield made, first
    made.close()


def test_kinds_with_a_dose_come_first_and_courses_beneath_them(series):
    journal, first = series
    found = since_sessions.since_choices(journal)
    assert [(each.kind, each.course_id, each.n_sessions) for each in found] == [
        ("ketamine_iv", None, 5),
        ("ketamine_iv", first.id, 4),
        ("integration", None, 1),
    ]


def test_a_course_has_its_own_sessions_and_another_ends_their_line(series):
    journal, _first = series
    _all, own, _therapy = since_sessions.since_choices(journal)
    found = since_sessions.ratings_since(journal, "flashbacks", own).found
    assert [(min(line.xs), max(line.xs)) for line in found.lines] == [(-10, 7), (-7, 7), (-7, 7), (-7, 6)]
    assert found.fewer_from == 8


def test_therapy_does_not_end_the_lines_of_infusions(series):
    journal, _first = series
    found = since_sessions.ratings_since(journal, "flashbacks").found
    assert found.n_sessions == 5
    assert max(found.lines[1].xs) == 7


def test_a_point_is_the_median_of_what_was_logged(series):
    journal, _first = series
    point = next(p for p in since_sessions.ratings_since(journal, "flashbacks").found.points if p.x == 0)
    assert (point.n_sessions, point.median) == (5, 3.0)  # 30, 23, 16, 9 and 3 days ago: 0 3 1 4 3


def test_a_period_has_its_own_sessions_and_days(series):
    journal, _first = series
    found = since_sessions.ratings_since(journal, "flashbacks", period=last_days(TODAY, 12)).found
    assert found.n_sessions == 2
    assert [(min(line.xs), max(line.xs)) for line in found.lines] == [(-2, 6), (-6, 3)]
    assert found.missing.days == 0


def test_a_session_after_midnight_belongs_to_the_day_before(journal):
    log(journal, [6, 5, 4], flashbacks=2)
    sessions.add_session(journal, "ketamine_iv", at(4, 0) + timedelta(minutes=30))
    line = since_sessions.ratings_since(journal, "flashbacks").found.lines[0]
    assert tuple(line.xs) == (-1, 0, 1)


def test_days_are_whole_days_when_the_clocks_change(journal):
    log(journal, range(8, 0, -1), flashbacks=2)  # 25 October 2026 has 25 hours
    sessions.add_session(journal, "ketamine_iv", at(5, 23))
    line = since_sessions.ratings_since(journal, "flashbacks").found.lines[0]
    assert tuple(line.xs) == tuple(range(-3, 5))


def test_an_item_nobody_rated_has_no_lines(series):
    journal, _first = series
    found = since_sessions.ratings_since(journal, "low_mood").found
    assert (found.lines, found.n_sessions, found.missing.sessions) == ((), 5, 5)


def test_without_sessions_there_is_nothing_to_choose(journal):
    assert since_sessions.since_choices(journal) == ()
    assert since_sessions.ratings_since(journal) is None


def test_an_unknown_item_is_named(series):
    with pytest.raises(UnknownItem):
        since_sessions.ratings_since(series[0], "flashbaks")


def test_hours_take_moments_only(journal):
    sessions.add_session(journal, "ketamine_iv", at(3, 12))
    log(journal, [3], hour=14, momentary=True, flashbacks=2)
    log(journal, [2], hour=20, flashbacks=4)
    found = since_sessions.ratings_since(journal, "flashbacks", hours=True).found
    assert [(line.xs, line.values) for line in found.lines] == [((2.0,), (2.0,))]


def test_a_session_whose_time_is_not_known_ends_the_line_of_another_at_its_day(journal):
    for hour in (16, 20):
        log(journal, (3, 2, 1), hour, momentary=True)
    sessions.add_session(journal, "ketamine_iv", at(3, 14))
    sessions.add_session(journal, "ketamine_iv", at(2, 12), time_known=TimeKnown.DAY)
    found = since_sessions.ratings_since(journal, "flashbacks", hours=True).found
    assert [list(line.xs) for line in found.lines] == [[2, 6]]
    assert found.missing.untimed == 1


def test_the_average_symptom_rating_has_hours_too(journal):
    sessions.add_session(journal, "ketamine_iv", at(3, 12))
    symptoms = [item.key for item in journal.items() if item.symptom and not item.hidden]
    log(journal, [3], hour=14, momentary=True, **dict.fromkeys(symptoms, 2))
    assert since_sessions.ratings_since(journal, LOAD_KEY, hours=True).found.lines[0].values == (2.0,)


def test_an_item_about_the_night_has_no_hours(journal):
    sessions.add_session(journal, "ketamine_iv", at(3, 12))
    log(journal, [2], hour=8, momentary=True, nightmares=2)
    found = since_sessions.ratings_since(journal, "nightmares", hours=True)
    assert found.no_hours
    assert found.found.lines == ()


def test_before_and_after_a_day(journal):
    log(journal, range(20, 10, -1), flashbacks=3)
    log(journal, range(10, 0, -1), flashbacks=1)
    found = comparisons.compare_around(journal, "flashbacks", TODAY - timedelta(days=10), days=7)
    assert (found.label, found.better) == ("Flashbacks", Better.LOWER)
    assert (found.found.before.median, found.found.after.median, found.found.nap) == (3.0, 1.0, 1.0)
    assert (found.found.before.n, found.found.after.n) == (7, 7)


def test_two_scales_are_not_compared(journal):
    items.add_own(journal, items.OwnItem("calm", "Calm", minimum=0, maximum=4))
    log(journal, range(20, 10, -1), calm=3)
    item = journal.item("calm")
    with journal.store.action("test"):
        journal.store.items.save_version(
            replace(
                item.version,
                id="11111111-1111-4111-8111-111111111111",
                maximum=10.0,
                since_day=TODAY - timedelta(days=10),
            )
        )
    log(journal, range(10, 0, -1), calm=7)
    found = comparisons.compare_around(journal, "calm", TODAY - timedelta(days=10), days=7).found
    assert (found.withheld, found.before.median, found.after.median) == (Withheld.SCALE_CHANGED, None, None)


def test_days_after_sessions_with_and_without_therapy(journal):
    log(journal, range(200, -1, -1))
    for number, ago in enumerate(range(190, 0, -19)):
        sessions.add_session(journal, "ketamine_iv", at(ago))
        if number % 2:
            sessions.add_session(journal, "integration", at(ago - 2))
    found = comparisons.compare_therapy(journal, "flashbacks", "ketamine_iv").found
    assert (found.with_therapy.n, found.without.n, found.withheld) == (5, 5, None)


def test_the_summary_names_what_its_points_are_about(series):
    journal, first = series
    data = summary(journal, Period(TODAY - timedelta(days=32), TODAY)).as_json()
    assert data["since_session_of"]["item"] == "flashbacks"  # no day has an average symptom rating
    assert (data["since_session_of"]["kind"], data["since_session_of"]["n_sessions"]) == ("ketamine_iv", 5)
    zero = next(point for point in data["since_session"] if point["day"] == 0)
    assert zero == {"day": 0, "n_sessions": 5, "median": 3.0, "q1": 1.0, "q3": 3.0}
    assert [each["number"] for each in data["sessions"]] == [1, 2, None, 3, 4, None]
    assert [each["planned"] for each in data["sessions"]] == [4, 4, None, 4, 4, None]


def test_the_summary_of_an_empty_journal_has_the_keys(journal):
    data = summary(journal, last_days(TODAY, 30)).as_json()
    assert (data["sessions"], data["medicines"], data["since_session"], data["since_session_of"]) == ([], [], [], None)

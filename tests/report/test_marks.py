"""Sessions, dose changes and markers on the charts."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.markers import Marker
from journal.report.marks import FRONT_EVENTS, letter, marks, sentences
from journal.report.marks import later_events as events_later
from journal.report.treatment_data import Treatment
from tests.support.report_data import period_of
from tests.support.report_pages import WORDS
from tests.support.report_treatment import infusion, medicine, spread, talk

PERIOD = period_of()
LATE = PERIOD.first + timedelta(days=45)


def marked(**parts):
    return marks(Treatment(**parts), PERIOD, WORDS)


def test_a_session_stands_in_the_middle_of_its_day_with_its_number():
    found = marked(sessions=(infusion(LATE, 4),))["sessions"]
    assert found == [{"x": round(45.5 / 90, 5), "label": "4", "left": True, "kind": "session"}]


def test_a_label_takes_the_side_with_more_room():
    found = marked(sessions=(infusion(LATE, 4), talk(LATE + timedelta(days=2)), infusion(LATE + timedelta(days=9), 5)))
    assert [(mark["label"], mark["left"]) for mark in found["sessions"]] == [("4", True), ("", False), ("5", False)]


def test_a_label_without_room_is_left_out():
    crowded = marked(sessions=tuple(infusion(LATE + timedelta(days=n), n + 1) for n in range(6)))["sessions"]
    assert [mark["label"] for mark in crowded][1:-1] == [""] * 4


def test_dose_changes_and_markers_have_letters_by_day():
    found = marked(medicines=(medicine("Sertraline", PERIOD),), markers=(Marker("m", PERIOD.first, "Moved"),))
    assert [(each["letter"], each["text"]) for each in found["told"]] == [
        ("a", "1 Aug Moved"),
        ("b", "31 Aug Sertraline 50 → 100 mg"),
    ]
    assert [mark["kind"] for mark in found["events"]] == ["marker", "dose"]


def test_more_events_than_fit_beside_the_chart_are_told_later():
    told = Treatment(medicines=(medicine("Venlafaxine", PERIOD, tuple(range(150, 0, -15))),))
    assert len(marks(told, PERIOD, WORDS)["told"]) == FRONT_EVENTS
    assert marks(told, PERIOD, WORDS)["more"] == "5 more on a later page"
    assert [each["letter"] for each in events_later(told, PERIOD, WORDS, charted=True)["events"]] == list("abcdefghi")


def test_without_a_chart_every_event_is_told_in_the_list():
    told = Treatment(markers=(Marker("m", LATE, "Moved"),))
    assert events_later(told, PERIOD, WORDS, charted=True) is None
    assert events_later(told, PERIOD, WORDS, charted=False)["events"][0]["text"] == "15 Sept Moved"


def test_nothing_beyond_the_period_is_marked():
    outside = Marker("m", PERIOD.last + timedelta(days=1), "Later")
    assert marked(markers=(outside,))["events"] == []


def test_letters_never_run_out():
    assert [letter(n) for n in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]


def test_very_many_sessions_are_ticks_that_hide_nothing():
    assert marked(sessions=spread(PERIOD, 31))["dense"]
    assert not marked(sessions=spread(PERIOD, 30))["dense"]


def test_what_is_marked_is_said_for_who_does_not_see_it():
    told = Treatment(sessions=(infusion(LATE, 4),), markers=(Marker("m", LATE, "Moved"),))
    assert sentences(told, PERIOD, WORDS) == ["Sessions marked: Infusion 4, 15 Sept.", "Also marked: 15 Sept, Moved."]
    assert "40 sessions are marked" in sentences(Treatment(sessions=spread(PERIOD, 40)), PERIOD, WORDS)[0]


@settings(max_examples=60)
@given(st.lists(st.integers(0, 89), max_size=40))
def test_marks_stay_inside_the_chart_and_every_session_has_one(days):
    sessions = tuple(infusion(PERIOD.first + timedelta(days=n), k + 1) for k, n in enumerate(sorted(days)))
    found = marked(sessions=sessions)["sessions"]
    assert len(found) == len(days)
    assert all(0 < mark["x"] < 1 for mark in found)


def test_the_last_label_does_not_reach_over_the_figures_beside_the_chart():
    found = marked(sessions=(infusion(PERIOD.last, 11),))["sessions"]
    assert [(mark["label"], mark["left"]) for mark in found] == [("11", True)]

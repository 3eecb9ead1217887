"""The treatment of a period as `summary --json` gives it."""

import json
from datetime import timedelta

from journal.model.courses import Course, CoursePlan
from journal.model.medicines import DoseLevel, Intake, Medicine, Taken
from journal.model.periods import Period
from journal.model.sessions import Vital, Went, numbers
from journal.model.since_session import SessionDay, ratings_by_day
from journal.model.treatment_summary import SinceSummary, TreatmentSummary, medicine_summaries, session_summaries
from tests.support.diaries import day
from tests.support.session_lines import HOUR_MS, effect_of, later, session_at

PERIOD = Period(day(10), day(40))
COURSE = Course("c", "ketamine_iv", day(0), plans=(CoursePlan("p", day(0), sessions=6),))
PRAZOSIN = Medicine("m", "Prazosin", "mg", day(0), as_needed=True, levels=(DoseLevel("l", day(0), 1.0),))


def given(*numbers, **fields):
    return [session_at(later(number), course_id="c", **fields) for number in numbers]


def intake(number, taken=Taken.TAKEN, medicine="m"):
    return Intake(f"i{number}{taken}", medicine, taken, later(number), 0, day(number))


def json_of(**parts):
    return json.loads(json.dumps(TreatmentSummary(item_keys={"nausea": "nausea"}, **parts).as_json()))


def test_sessions_keep_their_number_in_the_course_and_earlier_ones_are_not_in_the_period():
    sessions = given(20, 0, 41, 7)
    held = [session for session in sessions if session.day in PERIOD]
    found = session_summaries(held, numbers(sessions), [COURSE], later(50))
    assert [(each.session.day, each.number, each.planned) for each in found] == [(day(20), 3, 6)]


def test_a_session_in_full_and_never_its_note():
    effects = (effect_of([(10, 2), (30, 3), (70, 0)], start_ms=later(20)),)
    private = {"intention": "the tide", "note": "private"}
    session = session_at(
        later(20),
        minutes=40,
        dose=0.5,
        unit="mg/kg",
        went=Went.HARD,
        clear_min=90,
        effects=effects,
        **private,
        vitals=(Vital(0, 120, 80, 66, 98),),
    )
    (found,) = json_of(sessions=session_summaries([session], {}, [], later(30)))["sessions"]
    assert (found["at"], found["course"], found["number"], found["dose"], found["unit"], found["route"]) == (
        *("2026-03-22T12:00+00:00", None, None, 0.5, "mg/kg", None),
    )
    assert found["vitals"] == [{"minute": 0, "systolic": 120, "diastolic": 80, "pulse": 66, "spo2": 98}]
    assert found["effects"] == [
        {
            "key": "nausea",
            "onset": "2026-03-22T12:10+00:00",
            "peak": "2026-03-22T12:30+00:00",
            "peak_level": 3,
            "end": "2026-03-22T13:10+00:00",
            "still_there": False,
            "end_unknown": False,
            "phase": "during",
        }
    ]
    assert not any("private" in str(value) or "tide" in str(value) for value in found.values())


def test_an_open_side_effect_has_no_end():
    session = session_at(later(20), effects=(effect_of([(10, 2)], start_ms=later(20)),))
    for hours, there in ((5, True), (100, False)):
        (found,) = session_summaries([session], {}, [], later(20) + hours * HOUR_MS)
        assert (found.effects[0].end, found.effects[0].still_there, found.effects[0].end_unknown) == (
            None,
            there,
            not there,
        )


def test_medicines_have_their_steps_and_counts():
    tapering = Medicine(
        "t",
        "Sertraline",
        "mg",
        day(0),
        levels=(DoseLevel("a", day(0), 50.0, (480,)), DoseLevel("b", day(20), 0.0, (480,))),
    )
    rows = [
        intake(11, medicine="t"),
        intake(12, Taken.NOT_TAKEN, "t"),
        intake(13, Taken.LATER, "t"),
        intake(5, medicine="t"),
    ]
    (found,) = json_of(medicines=medicine_summaries(PERIOD, [tapering], rows, PERIOD))["medicines"]
    assert found["steps"] == [
        {"from": "2026-03-02", "to": "2026-03-21", "dose": 50.0, "times_a_day": 1},
        {"from": "2026-03-22", "to": None, "dose": 0.0, "times_a_day": 1},
    ]
    assert (found["taken"], found["taken_later"], found["not_taken"], found["extra"]) == (2, 1, 1, 0)
    assert found["per_month"] is None


def test_as_needed_counts_a_month_within_what_can_be_known():
    whole = Period(day(0) - timedelta(days=1), day(90))  # 1 March to 31 May
    rows = [intake(number) for number in (3, 4, 35, 36, 37, 38)]
    (found,) = medicine_summaries(whole, [PRAZOSIN], rows, whole)
    assert [(month.doses, month.complete) for month in found.per_month.months] == [(2, False), (4, True), (0, True)]
    (found,) = medicine_summaries(whole, [PRAZOSIN], rows, Period(day(0), day(70)))
    assert (found.per_month.mean, found.per_month.n_months) == (4.0, 1)


def test_a_medicine_that_had_ended_is_left_out():
    ended = Medicine("e", "Paroxetine", "mg", day(0), levels=(DoseLevel("l", day(0), 20.0),), stopped_on=day(9))
    assert medicine_summaries(PERIOD, [ended], [], PERIOD) == ()


def test_the_points_and_what_they_are_about():
    starts = [day(number).toordinal() for number in (12, 19, 26)]
    rated = ratings_by_day(
        [SessionDay(str(each), each) for each in starts], starts, [1.0, 2.0, 3.0], first=starts[0], last=starts[2]
    )
    found = json_of(since=SinceSummary("load", "ketamine_iv", None, rated))
    assert [(point["day"], point["n_sessions"]) for point in found["since_session"]] == [(-7, 2), (0, 3), (7, 2)]
    assert found["since_session_of"] == {
        "item": "load",
        "kind": "ketamine_iv",
        "course": None,
        "n_sessions": 3,
        "fewer_from": 1,
        "sessions_without": 0,
        "days_without": 12,
    }


def test_without_treatment_there_are_empty_lists():
    assert json_of() == {"sessions": [], "medicines": [], "since_session": [], "since_session_of": None}

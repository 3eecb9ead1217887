from dataclasses import replace
from datetime import date, datetime, time

import pytest

from journal.model.sessions import Session
from journal.ui.session.draft import Draft, HalfEffect, draft_of
from journal.ui.session.effects_state import read_points
from journal.ui.session.fields import Field, Unclear, read_field, shown_field
from journal.ui.session.vitals_state import build_vitals, read_cell, with_cell, with_vital

AT_MS = 1_795_000_000_000
SESSION = Session("s", "ketamine_iv", AT_MS, 60, date(2026, 11, 18))
LATER_MS = AT_MS + 10 * 3_600_000


@pytest.mark.parametrize(
    ("field", "text", "changes"),
    [
        (Field.DOSE, "0,5", {"dose": 0.5}),
        (Field.DOSE, "", {"dose": None}),
        (Field.MINUTES, "40", {"minutes": 40}),
        (Field.CLEAR, "2:30", {"clear_min": 150}),
        (Field.WEIGHT, "80", {"weight_kg": 80}),
        (Field.NOTE, " as typed ", {"note": " as typed "}),
    ],
)
def test_a_text_says_what_it_changes(field, text, changes):
    assert read_field(field, text, SESSION) == changes


@pytest.mark.parametrize(
    ("field", "text"),
    [(Field.DOSE, "4o"), (Field.DOSE, "-1"), (Field.MINUTES, "1500"), (Field.CLEAR, "long"), (Field.TIME, "")],
)
def test_a_text_that_says_nothing_is_unclear_and_says_what_would(field, text):
    with pytest.raises(Unclear, match=r"\."):
        read_field(field, text, SESSION)


def test_a_time_is_on_the_day_of_the_session():
    assert read_field(Field.TIME, "1405", SESSION) == {"at": datetime.combine(SESSION.at.date(), time(14, 5))}


def test_the_last_food_after_the_session_by_the_clock_was_the_day_before():
    wall = SESSION.at.replace(tzinfo=None)
    later = f"{(wall.hour + 1) % 24}:00"
    changes = read_field(Field.ATE, later, SESSION)
    assert 0 < SESSION.at_ms - changes["ate_ms"] < 24 * 3_600_000


@pytest.mark.parametrize(("dose", "shown"), [(40.0, "40"), (0.125, "0.125"), (None, ""), (0.0, "0")])
def test_a_dose_is_shown_whole(dose, shown):
    assert shown_field(Field.DOSE, replace(SESSION, dose=dose)) == shown


def test_three_numbers_make_three_points():
    half = HalfEffect("i", 3, peak="30", began="10", gone="1:20")
    minutes = [((at_ms - AT_MS) // 60_000, level) for at_ms, level in read_points(half, SESSION, LATER_MS)]
    assert minutes == [(10, 1), (30, 3), (80, 0)]


def test_the_strongest_alone_is_one_point_and_a_level_alone_none():
    assert len(read_points(HalfEffect("i", 2, peak="30"), SESSION, LATER_MS)) == 1
    assert read_points(HalfEffect("i", 2), SESSION, LATER_MS) == ()


@pytest.mark.parametrize(
    ("half", "field"),
    [
        (HalfEffect("i", 2, peak="30", began="40"), "began"),
        (HalfEffect("i", 2, peak="30", gone="30"), "gone"),
        (HalfEffect("i", 2, peak="x"), "peak"),
        (HalfEffect("i", 2, peak="30", gone="5000"), "gone"),
    ],
)
def test_times_out_of_order_or_to_come_are_said_at_their_field(half, field):
    with pytest.raises(Unclear) as unclear:
        read_points(half, SESSION, LATER_MS)
    assert unclear.value.args[1] == field


def test_an_extreme_number_is_kept_and_asked_about_until_it_was_meant():
    session = with_vital(SESSION, with_cell(SESSION, "30.systolic", "260"))
    question = build_vitals(session, Draft()).question
    assert question is not None
    assert "260" in question.words
    assert "Is this what you meant to type?" in question.words
    assert build_vitals(session, Draft(meant=frozenset({"30.systolic=260"}))).question is None
    assert build_vitals(session, Draft(meant=frozenset({"30.systolic=250"}))).question is not None


def test_pressures_in_the_wrong_order_are_asked_about():
    session = with_vital(SESSION, with_cell(SESSION, "30.systolic", "80"))
    session = with_vital(session, with_cell(session, "30.diastolic", "120"))
    question = build_vitals(session, Draft()).question
    assert question is not None
    assert question.key == "30.diastolic"


@pytest.mark.parametrize("text", ["12.5", "abc", "-4", "900"])
def test_an_impossible_number_is_no_number(text):
    with pytest.raises(Unclear):
        read_cell("systolic", text)


def test_a_draft_is_the_same_after_it_was_kept():
    draft = Draft({"dose": "4o"}, HalfEffect("i", 2, "30"), frozenset({"0.pulse=30"}))
    assert draft_of(draft.payload) == draft
    assert draft_of(None) == Draft() == draft_of(Draft().payload)

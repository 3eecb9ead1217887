"""Forms read back: what fits becomes a value, what does not is said at its field."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.ui.treatment.answers import Answers, parse_times


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8:00", (480,)),
        ("8, 20", (480, 1200)),
        ("20:00 8:00", (480, 1200)),
        ("8.30; 20h15", (510, 1215)),
        ("8, 2000", (480, 1200)),
        ("8:00 AM, 8:00\u202fPM", (480, 1200)),
        ("12 am, 12 p. m.", (0, 720)),
        ("8:00, 8:00", (480,)),
        ("", ()),
    ],
)
def test_times_of_day_are_read_as_people_write_them(text, minutes):
    assert parse_times(text) == minutes


@pytest.mark.parametrize("text", ["24:00", "8:60", "morning", "13 pm", "0 am", "8:0x", "99", "-8"])
def test_what_is_no_time_of_day_is_refused(text):
    assert parse_times(text) is None


@given(st.lists(st.integers(0, 24 * 60 - 1), max_size=4))
@settings(max_examples=60)
def test_times_come_back_as_they_were_written(minutes):
    text = ", ".join(f"{minute // 60:02}:{minute % 60:02}" for minute in minutes)
    assert parse_times(text) == tuple(sorted(set(minutes)))


@pytest.mark.parametrize(("text", "number"), [("50", 50.0), ("0,5", 0.5), ("0", 0.0), (" 1.25 ", 1.25), ("", None)])
def test_a_number_may_have_a_comma_or_a_point_or_be_left_out(text, number):
    answers = Answers({"dose": text})
    assert (answers.number("dose"), answers.good) == (number, True)


@pytest.mark.parametrize("text", ["-5", "five", "1 2 x", "∞"])
def test_what_is_no_number_is_said_at_its_field(text):
    answers = Answers({"dose": text})
    assert answers.number("dose") is None
    assert answers.problems == {"dose": "Type a number such as 50, or leave it empty."}


@pytest.mark.parametrize("text", ["0", "-1", "2.5", "101", "many"])
def test_a_whole_number_out_of_its_range_is_said_with_the_range(text):
    answers = Answers({"n": text})
    assert answers.whole("n", 1, 100) is None
    assert answers.problems == {"n": "Type a whole number from 1 to 100, or leave it empty."}


def test_what_is_needed_and_missing_is_asked_for():
    answers = Answers({"name": "  "})
    answers.text("name", "Give it a name.")
    assert answers.problems == {"name": "Give it a name."}


def test_a_day_and_a_time_make_a_moment_without_an_offset():
    answers = Answers({"day": date(2026, 10, 29), "time": time(21, 40)})
    assert answers.moment("day", "time") == datetime(2026, 10, 29, 21, 40)

import pytest

from journal.texts.times import parse_clock, parse_span, span_text


@pytest.mark.parametrize("text", ["14:05", "14.05", "14h05", "1405", "2:05 pm", "2:05 p.m.", "14\u202f05"])
def test_a_time_of_day_is_read_however_it_is_typed(text):
    assert parse_clock(text) == 14 * 60 + 5


@pytest.mark.parametrize("text", ["24:00", "14:60", "2:5", "13 pm", "soon", "", "140522"])
def test_what_is_no_time_of_day_is_none(text):
    assert parse_clock(text) is None


@pytest.mark.parametrize("text", ["2:30", "2h30", "2 h 30 min", "150", "150 min"])
def test_a_length_is_read_however_it_is_typed(text):
    assert parse_span(text, few_are_hours=True) == 150


def test_a_few_are_hours_only_where_hours_are_usual():
    assert parse_span("2", few_are_hours=True) == 120
    assert parse_span("2") == 2
    assert parse_span("1,5", few_are_hours=True) == 90
    assert parse_span("1.5") is None


@pytest.mark.parametrize("minutes", [0, 1, 40, 59, 60, 90, 150, 1440])
def test_a_length_that_is_shown_is_read_again(minutes):
    assert parse_span(span_text(minutes)) == minutes

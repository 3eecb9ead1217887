"""From day values to points: gaps stay gaps, and nothing missing is drawn as 0."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from journal.model.periods import Period
from journal.report import curves
from tests.support.report_pages import WORDS

VALUES = st.lists(st.one_of(st.none(), st.floats(0, 4)), min_size=1, max_size=60)


def test_a_day_without_a_value_breaks_the_line():
    assert [len(run) for run in curves.runs([1, 2, None, 3], 0, 4)] == [2, 1]


def test_days_stand_in_the_middle_of_their_stretch():
    assert curves.dots([0, None, 4, 2], 0, 4) == [[0.125, 0.0], [0.625, 1.0], [0.875, 0.5]]


def test_the_strip_has_no_cell_for_a_missing_day():
    assert curves.strip([0, None, 4], 0, 4) == [[[0.0, 0.33333]], [], [], [], [[0.66667, 0.33333]]]


def test_a_long_strip_has_a_cell_a_week():
    cells = curves.strip([2.0] * 140, 0, 4)
    assert [len(shade) for shade in cells] == [0, 0, 20, 0, 0]


def test_other_scales_use_the_same_shades():
    assert [curves.level(value, 1, 7) for value in (1, 2, 4, 5.5, 7)] == [0, 1, 2, 3, 4]


def test_halves_go_to_the_higher_step():
    assert [curves.level(value, 0, 4) for value in (0.4, 0.5, 1.5, 2.5, 3.5)] == [0, 1, 2, 3, 4]


def test_the_axis_marks_weeks_then_months():
    weeks = curves.ticks(Period(date(2026, 10, 2), date(2026, 10, 29)), WORDS)
    months = curves.ticks(Period(date(2026, 8, 1), date(2026, 10, 29)), WORDS)
    assert [tick["text"] for tick in weeks] == ["5 Oct", "12 Oct", "19 Oct", "26 Oct"]
    assert [tick["text"] for tick in months] == ["Aug", "Sept", "Oct"]


def test_a_count_has_room_above_its_greatest_value():
    assert curves.top_of([1, 6.5, None], None) == 7
    assert curves.top_of([], None) == 4


@given(VALUES)
def test_every_rated_day_is_one_dot_and_in_one_run(values):
    rated = sum(value is not None for value in values)
    assert len(curves.dots(values, 0, 4)) == rated
    assert sum(map(len, curves.runs(values, 0, 4))) == rated


@given(VALUES)
def test_points_stay_inside_the_chart(values):
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in curves.dots(values, 0, 4))

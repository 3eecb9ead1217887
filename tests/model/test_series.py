"""What the charts draw, as numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.items import Better, Kind
from journal.model.panels import item_panel, load_panel, round_top
from journal.model.series import Numbers, Scale
from tests.support.trends_data import LIFE, SYMPTOM, YES_NO, trends

FIRST = date(2026, 8, 3)
DAYS = st.dictionaries(st.integers(0, 60), st.sampled_from([0.0, 1.0, 2.5, 4.0]), max_size=40)


def panel(values):
    return item_panel("x", "X", SYMPTOM, {FIRST + timedelta(days=n): values[n] for n in sorted(values)})


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=60)
def test_numbers_count_the_days_with_a_value_and_no_other(values, one, other):
    first, last = sorted((one, other))
    inside = [value for day, value in values.items() if first <= day <= last]
    found = panel(values).numbers(FIRST.toordinal() + first, FIRST.toordinal() + last)
    assert found.n_days == len(inside)
    assert (found.mean is None) == (not inside)
    assert not inside or found.mean == pytest.approx(sum(inside) / len(inside))


@given(DAYS)
@settings(max_examples=60)
def test_the_line_needs_four_of_seven_days(values):
    made = panel(values)
    for n in range(61):
        window = [values[day] for day in range(n - 6, n + 1) if day in values]
        line = made.line_on(FIRST.toordinal() + n)
        if len(window) >= 4 and min(values) <= n <= max(values):
            assert line == pytest.approx(sum(window) / len(window))
        else:
            assert line is None


def test_a_missing_day_is_not_zero():
    assert panel({0: 2.0, 2: 0.0}).value_on(FIRST.toordinal() + 1) is None
    assert panel({0: 2.0, 2: 0.0}).value_on(FIRST.toordinal() + 2) == 0.0


def test_nothing_has_no_mean():
    assert panel({}).numbers(1, 10**6) == Numbers(0, None)


def test_the_average_symptom_rating_has_its_median_between_its_quartiles():
    made = load_panel("Load", SYMPTOM, {FIRST + timedelta(days=n): float(n % 5) for n in range(20)})
    assert made.is_load
    assert len(made.low) == len(made.line) == len(made.high) == 17
    assert all(low <= middle <= high for low, middle, high in zip(made.low, made.line, made.high, strict=True))


def test_panels_are_grouped_by_direction_and_empty_groups_left_out():
    data = trends(3, 28, life=2)
    assert [(better, len(panels)) for better, panels in data.grouped()] == [(Better.LOWER, 3), (Better.HIGHER, 2)]


@pytest.mark.parametrize(
    ("value", "top"), [(1, 1), (3, 4), (4, 4), (7.5, 8), (10, 10), (11, 20), (0.3, 0.4), (190, 200)]
)
def test_an_open_scale_ends_on_a_round_number(value, top):
    assert round_top(value) == pytest.approx(top)


def test_words_belong_to_whole_steps():
    assert SYMPTOM.word(3) == "quite a bit"
    assert LIFE.word(2) == "about half"
    assert YES_NO.word(1) == "yes"
    assert SYMPTOM.word(2.5) == SYMPTOM.word(7) == ""


def test_the_axis_names_its_middle_only_where_that_is_a_step():
    assert SYMPTOM.ticks == (0, 2, 4)
    assert YES_NO.ticks == (0, 1)
    assert Scale(Kind.SCALE, Better.LOWER, 1, 7, 1).ticks == (1, 4, 7)

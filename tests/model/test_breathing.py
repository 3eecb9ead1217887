import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.host.settings_file import BREATH_S, Settings
from journal.model.breathing import LONGEST_S, SHORTEST_S, Pace, Part, breath_at

PACE = Pace(4, 6)


@pytest.mark.parametrize(
    ("since_s", "part", "left_s"),
    [(0, Part.IN, 4), (3.9, Part.IN, 1), (4, Part.OUT, 6), (9.99, Part.OUT, 1), (10, Part.IN, 4), (-1, Part.IN, 4)],
)
def test_a_breath_goes_in_then_out_and_is_never_held(since_s, part, left_s):
    breath = breath_at(PACE, since_s)
    assert (breath.part, breath.left_s) == (part, left_s)


@settings(max_examples=100)
@given(st.integers(SHORTEST_S, LONGEST_S), st.integers(SHORTEST_S, LONGEST_S), st.floats(0, 600))
def test_the_shape_never_jumps(in_s, out_s, since_s):
    pace, frame_s = Pace(in_s, out_s), 0.033
    here, there = breath_at(pace, since_s), breath_at(pace, since_s + frame_s)
    assert 0 <= here.fullness <= 1
    assert abs(here.fullness - there.fullness) < 0.03


def test_each_part_stays_comfortable():
    pace = Pace()
    for _ in range(20):
        pace = pace.changed(Part.IN, -1).changed(Part.OUT, 1)
    assert pace == Pace(SHORTEST_S, LONGEST_S)


def test_the_settings_know_the_same_bounds_and_begin_gently():
    assert (BREATH_S[0], BREATH_S[-1]) == (SHORTEST_S, LONGEST_S)
    assert Pace(Settings().breath_in_s, Settings().breath_out_s) == Pace()

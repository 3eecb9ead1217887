"""Side effects: onset, peak, end and phase from points; an open one is asked about for 72 hours."""

import random
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.entries import TimeKnown
from journal.model.sessions import EffectPoint, Phase, SideEffect
from journal.model.side_effects import effect_course, effect_courses, open_effects
from tests.support.session_lines import HOUR_MS, MINUTE_MS, NOON_MS, effect_of, session_at

POINTS = st.lists(st.tuples(st.integers(-60, 6000), st.integers(0, 4)), max_size=12, unique_by=lambda point: point[0])


def course(levels, hours=1.0, *, phase=None, **session):
    made = session_at(**{"minutes": 40, **session})
    return effect_course(made, effect_of(levels, phase=phase), NOON_MS + round(hours * HOUR_MS))


def minutes(point):
    return None if point is None else (point.at_ms - NOON_MS) // MINUTE_MS


def test_three_numbers_are_onset_peak_and_end():
    found = course([(10, 1), (25, 3), (70, 0)], 24)
    assert (minutes(found.onset), minutes(found.peak), minutes(found.end)) == (10, 25, 70)
    assert (found.still_there, found.end_unknown, found.phase) == (False, False, Phase.DURING)


def test_a_level_of_0_before_it_came_is_no_onset():
    assert minutes(course([(0, 0), (15, 2), (60, 0)]).onset) == 15


def test_of_equal_heights_the_first_is_the_peak():
    assert minutes(course([(10, 2), (20, 3), (30, 3), (60, 0)]).peak) == 20


def test_one_that_came_back_ends_after_the_last_time():
    found = course([(10, 2), (30, 0), (50, 1), (90, 0), (95, 0)])
    assert (minutes(found.onset), minutes(found.end)) == (10, 90)


def test_one_that_was_never_there_has_no_course():
    found = course([(0, 0), (30, 0)])
    assert (found.onset, found.peak, found.end, found.still_there, found.phase) == (None, None, None, False, None)
    assert effect_courses(session_at(effects=(effect_of([(0, 0)]),)), NOON_MS) == ()


@pytest.mark.parametrize(("hours", "there"), [(1, True), (72.25, True), (72.26, False), (500, False)])
def test_an_open_one_is_still_there_for_72_hours_after_its_onset(hours, there):
    found = course([(15, 2)], hours)
    assert (found.still_there, found.end_unknown, found.end) == (there, not there, None)


def test_an_end_that_nobody_wrote_down_is_not_a_stay():
    assert course([(15, 2)], 500).phase is Phase.DURING


def test_one_that_was_there_after_72_hours_stayed():
    assert course([(15, 2), (15 + 72 * 60, 1)], 500).phase is Phase.STAYED
    assert course([(15, 2), (14 + 72 * 60, 1)], 500).phase is Phase.DURING


@pytest.mark.parametrize(
    ("minute", "phase"),
    [
        (40, Phase.DURING),
        (41, Phase.LATER_THAT_DAY),
        (15 * 60 + 59, Phase.LATER_THAT_DAY),
        (16 * 60, Phase.NEXT_DAYS),
        (60 * 60, Phase.NEXT_DAYS),
    ],
)
def test_the_phase_is_where_it_came(minute, phase):
    assert course([(minute, 1)]).phase is phase


def test_without_minutes_a_session_counts_two_hours():
    assert course([(120, 1)], minutes=None).phase is Phase.DURING
    assert course([(121, 1)], minutes=None).phase is Phase.LATER_THAT_DAY


def test_what_the_person_named_stands():
    assert course([(10, 2), (60, 0)], phase=Phase.NEXT_DAYS).phase is Phase.NEXT_DAYS
    assert course([], phase=Phase.STAYED).phase is Phase.STAYED


def test_a_session_without_a_time_of_day_has_no_during():
    assert course([(10, 2)], time_known=TimeKnown.DAY).phase is None
    assert course([(24 * 60, 2)], time_known=TimeKnown.DAY).phase is Phase.NEXT_DAYS


def test_after_midnight_it_is_still_the_persons_day():
    start = NOON_MS + 11 * HOUR_MS  # 23:00
    night = session_at(start, minutes=40)
    assert effect_course(night, effect_of([(180, 1)], start_ms=start), start).phase is Phase.LATER_THAT_DAY
    assert effect_course(night, effect_of([(301, 1)], start_ms=start), start).phase is Phase.NEXT_DAYS


def test_a_session_over_the_start_of_the_day_is_during_to_its_end():
    start = NOON_MS + (15 * 60 + 50) * MINUTE_MS  # 03:50
    night = session_at(start, minutes=40)
    assert effect_course(night, effect_of([(20, 1)], start_ms=start), start).phase is Phase.DURING


def test_the_open_ones_come_oldest_first_and_only_those():
    effects = (effect_of([(30, 1)], "dizziness"), effect_of([(10, 1)]), effect_of([(5, 2), (9, 0)], "headache"))
    old = session_at(NOON_MS - 80 * HOUR_MS, effects=(effect_of([(0, 3)], start_ms=NOON_MS - 80 * HOUR_MS),))
    found = open_effects([session_at(effects=effects), old], NOON_MS + HOUR_MS)
    assert [effect.item_id for _, effect in found] == ["nausea", "dizziness"]


def test_72_hours_are_hours_when_the_clocks_change():
    zone = ZoneInfo("Europe/Amsterdam")
    before = datetime(2026, 10, 24, 15, tzinfo=zone)
    start = round(before.timestamp() * 1000)
    effect = SideEffect("nausea", (EffectPoint("p", "nausea", start, 120, 1),))
    session = session_at(start, offset_min=120, effects=(effect,))
    wall_72_later = round(datetime(2026, 10, 27, 15, tzinfo=zone).timestamp() * 1000)
    assert open_effects([session], wall_72_later - HOUR_MS)
    assert not open_effects([session], wall_72_later)


@settings(max_examples=100, deadline=None)
@given(POINTS, st.integers(0, 200), st.randoms(use_true_random=False))
def test_any_order_of_points_gives_the_same_and_nothing_is_made_up(levels, hours, chance):
    shuffled = list(levels)
    chance.shuffle(shuffled)
    now_ms = NOON_MS + hours * HOUR_MS
    found, again = course(levels, hours), course(shuffled, hours)
    key = lambda each: None if each is None else (each.at_ms, each.level)  # noqa: E731 ids differ
    for name in ("onset", "peak", "end"):
        assert key(getattr(found, name)) == key(getattr(again, name))
        assert getattr(found, name) is None or (minutes(getattr(found, name)), getattr(found, name).level) in levels
    above = sorted(minute for minute, level in levels if level > 0)
    assert minutes(found.onset) == (above[0] if above else None)
    assert [found.end is not None, found.still_there, found.end_unknown].count(True) == bool(above)
    assert not found.still_there or now_ms - found.onset.at_ms <= 72 * HOUR_MS


def test_two_points_of_one_instant_are_settled_by_their_ids():
    points = [EffectPoint("a", "nausea", NOON_MS, 0, 2), EffectPoint("b", "nausea", NOON_MS, 0, 0)]
    for order in (points, points[::-1], random.Random(1).sample(points, 2)):
        found = effect_course(session_at(), SideEffect("nausea", tuple(order)), NOON_MS)
        assert found.end == points[1]

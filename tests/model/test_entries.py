"""The day an entry belongs to, on ordinary days and on the nights in which the clock changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.day_values import day_values
from journal.model.entries import Entry, EntryKind, Rating, State, TimeKnown, day_at, day_of, local_time
from journal.model.items import Combine
from tests.support.diaries import readings_of

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Auckland", "UTC")
BACK = date(2026, 10, 25)
FORWARD = date(2026, 3, 29)
BERLIN = ZoneInfo("Europe/Berlin")


def milliseconds(at):
    return int(at.timestamp() * 1000)


def entry_at(at, value=2.0, day_start_min=240, **given):
    """An entry at an aware time, as the clock of that place would make it."""
    offset_min = round(at.utcoffset().total_seconds() / 60)
    wall = local_time(milliseconds(at), offset_min)
    return Entry(
        id=at.isoformat() + str(at.fold),
        kind=EntryKind.CHECK_IN,
        at_ms=milliseconds(at),
        offset_min=offset_min,
        day=day_of(wall, day_start_min),
        day_start_min=day_start_min,
        covers_min=60,
        ratings=(Rating("a", "a#1", State.RATED, value),),
        **given,
    )


@pytest.mark.parametrize(("clock", "on"), [("03:59", 24), ("04:00", 25), ("23:59", 25), ("00:00", 24)])
def test_a_day_runs_from_four_to_four(clock, on):
    at = datetime.fromisoformat(f"2026-10-25T{clock}:00+01:00")
    assert day_of(at, 240) == date(2026, 10, on)


def test_a_day_can_begin_at_midnight_or_in_the_evening():
    at = datetime(2026, 5, 5, 0, 0, tzinfo=UTC)
    assert day_of(at, 0) == date(2026, 5, 5)
    assert day_of(at - timedelta(minutes=1), 0) == date(2026, 5, 4)
    assert day_of(at + timedelta(hours=19), 20 * 60) == date(2026, 5, 4)


def test_both_half_past_twos_of_the_night_the_clock_goes_back_belong_to_one_day():
    first, second = (entry_at(datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold)) for fold in (0, 1))
    assert second.at_ms - first.at_ms == 3_600_000
    assert first.day == second.day == date(2026, 10, 24)
    assert first.at.strftime("%H:%M") == second.at.strftime("%H:%M") == "02:30"


def test_neither_half_past_two_is_lost_from_the_day_value():
    pair = [entry_at(datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold), value=4.0 * fold) for fold in (0, 1)]
    readings = readings_of(pair, night_ids=set())
    assert len(readings) == 2
    assert day_values(readings, Combine.MEAN) == {date(2026, 10, 24): 2.0}
    assert day_values(readings, Combine.LAST) == {date(2026, 10, 24): 4.0}


def test_night_items_count_for_the_day_the_night_ends_on_whatever_the_day_start():
    entry = entry_at(datetime(2026, 10, 25, 7, 30, tzinfo=BERLIN), day_start_min=12 * 60)
    assert entry.day == date(2026, 10, 24)
    assert [row.day for row in readings_of([entry], {"a"})] == [BACK]


@pytest.mark.parametrize(("on", "hours"), [(BACK, 25), (FORWARD, 23)])
def test_the_day_in_whose_night_the_clock_changes_is_an_hour_longer_or_shorter(on, hours):
    start = datetime(on.year, on.month, on.day, tzinfo=UTC) - timedelta(days=2)
    days = [entry_at((start + timedelta(minutes=half * 30)).astimezone(BERLIN)).day for half in range(4 * 48)]
    assert days == sorted(days)
    assert days.count(on - timedelta(days=1)) == hours * 2
    assert days.count(on) == 48


@given(st.integers(0, 2_000_000_000), st.sampled_from(ZONES), st.sampled_from([0, 240, 720]))
@settings(max_examples=100)
def test_any_instant_anywhere_belongs_to_the_day_of_its_wall_clock(seconds, zone, day_start_min):
    at = datetime.fromtimestamp(seconds, ZoneInfo(zone))
    entry = entry_at(at, day_start_min=day_start_min)
    early = at.hour * 60 + at.minute < day_start_min
    assert entry.day == at.date() - timedelta(days=early)
    assert entry.at.replace(tzinfo=None) == at.replace(tzinfo=None)


@given(st.integers(-(10**12), 4 * 10**12), st.integers(-14 * 60, 14 * 60), st.integers(0, 1439))
@settings(max_examples=100)
def test_the_quick_way_to_the_day_of_an_instant_gives_the_same_day(at_ms, offset_min, day_start_min):
    assert day_at(at_ms, offset_min, day_start_min) == day_of(local_time(at_ms, offset_min), day_start_min)


@given(
    st.lists(st.tuples(st.integers(0, 2 * 86_400), st.sampled_from(ZONES)), min_size=1, max_size=8, unique=True),
    st.sampled_from([BACK, FORWARD]),
)
@settings(max_examples=60)
def test_no_rating_is_lost_however_the_clock_or_the_traveller_moves(seconds, on):
    start = datetime(on.year, on.month, on.day, tzinfo=UTC) - timedelta(days=1)
    entries = [entry_at((start + timedelta(seconds=each)).astimezone(ZoneInfo(zone)), 1.0) for each, zone in seconds]
    summed = day_values(readings_of(entries, set()), Combine.SUM)
    assert sum(summed.values()) == len(entries)


@given(st.integers(-5, 5), st.integers(-14, 14))
@settings(max_examples=50)
def test_an_entry_is_late_only_if_it_was_made_on_a_later_day(days, hours):
    at = datetime(2026, 10, 20, 12, 0, tzinfo=BERLIN)
    made = at + timedelta(days=days, hours=hours)
    entry = entry_at(at, made_ms=milliseconds(made), made_offset_min=120)
    assert entry.late is (day_of(made, 240) > entry.day)


def test_an_unknown_made_time_is_not_late():
    entry = entry_at(datetime(2026, 10, 20, 12, 0, tzinfo=BERLIN), time_known=TimeKnown.DAY)
    assert (entry.late, entry.made_day, entry.changed_later) == (False, None, False)


def test_a_change_after_four_in_the_morning_is_a_change_on_a_later_day():
    at = datetime(2026, 10, 20, 22, 0, tzinfo=BERLIN)
    changed = [
        entry_at(at, changed_ms=milliseconds(at + timedelta(hours=hours)), made_offset_min=120) for hours in (5, 6)
    ]
    assert [entry.changed_later for entry in changed] == [False, True]


def test_a_rating_is_found_by_its_item():
    entry = entry_at(datetime(2026, 10, 20, 12, 0, tzinfo=BERLIN))
    assert entry.rating("a") == entry.ratings[0]
    assert entry.rating("b") is None

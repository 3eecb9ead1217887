"""The sample journal: the same everywhere, plausible, and with everything a real journal has."""

import hashlib
import json
from collections import Counter
from dataclasses import asdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from journal.app.journal import catalogue_item
from journal.host.resources import read_catalogue
from journal.model.entries import EntryKind, Recall, State, TimeKnown, day_of
from journal.model.items import Asked, Kind
from journal.model.periods import Period, last_days
from journal.model.sample import JUST_THREE, sample_entries, sample_keys
from journal.model.sample_course import FIRST_DAY, LAST_DAY, WEEKS, treatment_days
from journal.model.sample_sessions import sample_sessions
from journal.model.sample_times import AWAKE_DAY, ZONE
from journal.model.summary import build_summary
from journal.model.week import typical_week
from tests.support.diaries import entry_stamps, readings_of

FINGERPRINT = "51ba7b78bdad1beaff424b6b835142f424eae18835680e4f2e7946185b1b7ed7"


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue()


@pytest.fixture(scope="module")
def entries(catalogue):
    return sample_entries(catalogue)


@pytest.fixture(scope="module")
def readings(catalogue, entries):
    return readings_of(entries, {item.id for item in catalogue.items if item.asked is Asked.NIGHT})


def test_it_is_the_same_on_every_computer(entries):
    text = json.dumps([asdict(entry) for entry in entries], default=str)
    assert hashlib.sha256(text.encode()).hexdigest() == FINGERPRINT


def test_another_seed_makes_another_course_of_the_same_shape(catalogue, entries):
    others = sample_entries(catalogue, seed=7)
    assert {entry.id for entry in entries}.isdisjoint(entry.id for entry in others)
    assert others[0].day == FIRST_DAY
    assert others[-1].day == LAST_DAY


def test_it_has_26_weeks_that_end_on_the_fixed_day(entries):
    assert (entries[0].day, entries[-1].day) == (date(2026, 5, 1), date(2026, 10, 29))
    assert (LAST_DAY - FIRST_DAY).days + 1 == 7 * WEEKS == 182


def test_entries_are_in_order_with_ids_of_their_own(entries):
    assert [entry.at_ms for entry in entries] == sorted({entry.at_ms for entry in entries})
    assert len({entry.id for entry in entries}) == len(entries)


def test_there_is_a_gap_of_five_days_and_single_days_are_missed(entries):
    days = sorted({entry.day for entry in entries})
    gaps = Counter((later - earlier).days - 1 for earlier, later in pairwise(days))
    assert max(gaps) == 5
    assert gaps[1] >= 5


def test_some_days_have_several_check_ins(entries):
    per_day = Counter(Counter(entry.day for entry in entries).values())
    assert min(per_day[1], per_day[2], per_day[3]) >= 10


def test_the_local_times_are_those_of_its_zone(entries):
    zone = ZoneInfo(ZONE)
    for entry in entries:
        assert entry.at.replace(tzinfo=None) == datetime.fromtimestamp(entry.at_ms / 1000, zone).replace(tzinfo=None)
        assert entry.day == day_of(entry.at, entry.day_start_min)


def test_one_check_in_stands_in_the_hour_that_came_twice(entries):
    found = [entry for entry in entries if entry.at.date() == date(2026, 10, 25) and entry.at.hour == 2]
    assert [(entry.day, entry.offset_min) for entry in found] == [(AWAKE_DAY, 60)]


def test_windows_reach_back_to_the_check_in_before_and_no_further_than_a_day(entries):
    live = [entry for entry in entries if entry.time_known is TimeKnown.MINUTE]
    for before, entry in pairwise(live):
        if entry.recall is Recall.SINCE:
            assert entry.covers_min == min(1440, (entry.at_ms - before.at_ms) // 60_000)


def test_at_the_chosen_hours_after_an_infusion_the_short_form_asks_about_now(entries):
    now = [entry for entry in entries if entry.recall is Recall.NOW]
    begun = [session.at_ms for session in sample_sessions() if session.kind == "ketamine_iv"]
    after = {(entry.at_ms - max(ms for ms in begun if ms < entry.at_ms)) // 3_600_000 for entry in now}
    assert after == {4, 24, 72}
    assert all(entry.kind is EntryKind.AFTER_SESSION and entry.covers_min is None for entry in now)
    assert len(now) >= 15


def test_short_entries_hold_just_three(entries):
    short = [entry for entry in entries if entry.kind in (EntryKind.SHORT, EntryKind.AFTER_SESSION)]
    assert {len(entry.ratings) for entry in short} == {len(JUST_THREE)}


def test_some_days_were_added_later_and_two_entries_changed_later(entries):
    added = [entry for entry in entries if entry.late]
    assert 5 <= len(added) <= 15
    assert all(entry.time_known is TimeKnown.DAY and entry.covers_min == 1440 for entry in added)
    assert sum(entry.changed_later for entry in entries) == 2


def test_every_answer_is_on_its_items_scale(catalogue, entries):
    items = {item.id: item for item in catalogue.items}
    for rating in (rating for entry in entries for rating in entry.ratings):
        item = items[rating.item_id]
        assert (rating.value is not None) is (rating.state is State.RATED)
        if rating.value is not None:
            assert item.minimum <= rating.value <= (item.maximum or 100)
            assert (rating.value * (4 if item.kind is Kind.HOURS else 1)).is_integer()


def test_every_item_is_asked_and_some_answers_are_missing(catalogue, entries):
    keys = {item.id: item.key for item in catalogue.items}
    ratings = [rating for entry in entries for rating in entry.ratings]
    assert {keys[rating.item_id] for rating in ratings} == set(sample_keys())
    states = Counter(rating.state for rating in ratings)
    assert states[State.UNANSWERED] > 20
    assert states[State.NOT_APPLICABLE] > 5


def test_the_night_is_asked_about_once(catalogue, readings):
    sleep = next(item for item in catalogue.items if item.key == "hours_slept")
    nights = [row.day for row in readings if row.item_id == sleep.id]
    assert len(nights) == len(set(nights))


def test_side_effects_follow_the_days_of_treatment(catalogue, readings):
    dizziness = next(item for item in catalogue.items if item.key == "dizziness")
    rated = [row for row in readings if row.item_id == dizziness.id and row.value is not None]
    days = treatment_days()
    on, off = ([row.value for row in rated if (row.day in days) is there] for there in (True, False))
    assert sum(on) / len(on) > 1 + sum(off) / len(off)
    assert min(row.day for row in rated) >= FIRST_DAY + timedelta(weeks=8)


def test_a_few_plain_notes_two_of_them_shared(entries):
    notes = [entry for entry in entries if entry.note]
    assert len(notes) == 8
    assert sum(entry.note_shared for entry in notes) == 2


def summarised(catalogue, entries, readings, period):
    items = [catalogue_item(item, None) for item in catalogue.items]
    return build_summary(period, items, readings, entry_stamps(entries), FIRST_DAY, LAST_DAY)


def test_it_gets_better_in_the_middle_and_partly_comes_back(catalogue, entries, readings):
    first, last = last_days(LAST_DAY - timedelta(days=84), 56), last_days(LAST_DAY, 35)
    middle = Period(date(2026, 8, 7), date(2026, 9, 10))
    begin, calm, end = (
        summarised(catalogue, entries, readings, period).load.now.mean
        for period in (Period(FIRST_DAY, FIRST_DAY + timedelta(days=48)), middle, last)
    )
    assert calm + 0.3 < end < begin - 0.2
    assert summarised(catalogue, entries, readings, first).load.change.value < 0


def test_ninety_days_of_it_fill_a_report(catalogue, entries, readings):
    found = summarised(catalogue, entries, readings, last_days(LAST_DAY, 90))
    assert (found.load.items, found.load.change.withheld) == (12, None)
    assert found.nightmares.value is not None
    assert found.usual_day.median < found.usual_day.previous_median
    assert all(part.change.withheld is None for part in found.items)


def test_it_has_a_typical_week_by_part_of_the_day(catalogue, readings):
    items = [catalogue_item(item, None) for item in catalogue.items if item.symptom]
    assert typical_week(items, readings).by_part

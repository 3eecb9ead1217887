"""When a reminder is due: by weekday and wall clock, once, and never a pile."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.reminders import (
    EVERY_DAY,
    MOST_TIMES,
    STILL_OF_USE,
    QuietHours,
    ReminderPlan,
    ReminderTime,
    Told,
    checked_times,
    next_due,
    quiet_hours,
    reminder_now,
    reminder_text,
    reminder_time,
    still_wanted,
)

EVENING = ReminderTime(20 * 60 + 30)
PLAN = ReminderPlan((EVENING,))
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""The nights in which an hour is left out, and comes twice."""


def at(text):
    return datetime.fromisoformat(text)


minutes = st.integers(0, 24 * 60 - 1)
times = st.builds(ReminderTime, minutes, st.frozensets(st.integers(0, 6)))
nows = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda now: now.replace(second=0, microsecond=0))
plans = st.builds(
    ReminderPlan,
    st.lists(times, max_size=4).map(tuple),
    st.none() | st.builds(QuietHours, minutes, minutes),
    st.sampled_from([0, 240, 720]),
)


def shown(plan, wall_times, told=None):
    """What is shown, and when, to somebody who looks at these wall times one after the other."""
    told, seen = told or Told(), []
    for now in wall_times:
        moment = reminder_now(plan, told, now)
        if moment is not None:
            seen.append((moment, now))
            told = Told(told.last_check_in, settled=moment)
    return seen


def night(day, hours=8):
    """Every minute of a night that begins at 22:00 the evening before, as the wall clock shows it."""
    begin = datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM).astimezone(UTC) - timedelta(hours=2)
    steps = (begin + timedelta(minutes=n) for n in range(hours * 60))
    return [step.astimezone(AMSTERDAM).replace(tzinfo=None) for step in steps]


def test_it_comes_at_its_minute():
    assert reminder_now(PLAN, Told(), at("2026-10-29T20:29")) is None
    assert reminder_now(PLAN, Told(), at("2026-10-29T20:30")) == at("2026-10-29T20:30")


def test_it_comes_on_its_weekdays_only():
    friday = ReminderPlan((ReminderTime(EVENING.minute, frozenset({4})),))
    assert reminder_now(friday, Told(), at("2026-10-29T20:30")) is None
    assert reminder_now(friday, Told(), at("2026-10-30T20:30")) == at("2026-10-30T20:30")
    assert next_due(friday, Told(), at("2026-10-30T22:31")) == at("2026-11-06T20:30")


def test_it_does_not_come_on_a_day_with_a_check_in():
    told = Told(last_check_in=date(2026, 10, 29))
    assert reminder_now(PLAN, told, at("2026-10-29T20:30")) is None
    assert next_due(PLAN, told, at("2026-10-29T20:30")) == at("2026-10-30T20:30")


def test_after_midnight_it_is_still_the_day_before_until_the_persons_day_begins():
    owl = ReminderPlan((ReminderTime(60),), day_start_min=240)
    assert reminder_now(owl, Told(date(2026, 10, 29)), at("2026-10-30T01:00")) is None
    assert reminder_now(owl, Told(date(2026, 10, 28)), at("2026-10-30T01:00")) is not None


def test_a_check_in_dated_ahead_by_a_clock_that_was_wrong_silences_nothing():
    assert reminder_now(PLAN, Told(date(2031, 1, 1)), at("2026-10-29T20:30")) is not None


def test_what_was_shown_does_not_come_again():
    assert shown(PLAN, [at("2026-10-29T20:30") + timedelta(minutes=n) for n in range(150)]) == [
        (at("2026-10-29T20:30"), at("2026-10-29T20:30"))
    ]


@pytest.mark.parametrize(("woke", "comes"), [("22:29", True), ("22:30", False)])
def test_after_a_sleep_it_comes_while_it_is_still_of_use(woke, comes):
    assert (reminder_now(PLAN, Told(), at(f"2026-10-29T{woke}")) is not None) is comes


def test_of_several_that_were_slept_through_one_comes():
    many = ReminderPlan(tuple(ReminderTime(20 * 60 + n) for n in (0, 20, 40)))
    assert shown(many, [at("2026-10-29T21:00"), at("2026-10-29T21:01")]) == [
        (at("2026-10-29T20:40"), at("2026-10-29T21:00"))
    ]


def test_after_weeks_away_one_comes_and_nothing_of_the_past():
    assert len(shown(PLAN, [at("2026-12-29T20:45"), at("2026-12-29T20:46")], Told(settled=at("2026-10-01T20:30")))) == 1


def test_what_belongs_to_a_day_that_is_over_does_not_come():
    early = ReminderPlan((ReminderTime(3 * 60 + 50),), day_start_min=240)
    assert reminder_now(early, Told(), at("2026-10-29T04:05")) is None


def test_quiet_hours_hold_it_back_until_they_end():
    plan = ReminderPlan((EVENING,), QuietHours(20 * 60, 21 * 60))
    assert reminder_now(plan, Told(), at("2026-10-29T20:59")) is None
    assert next_due(plan, Told(), at("2026-10-29T20:00")) == at("2026-10-29T21:00")
    assert reminder_now(plan, Told(), at("2026-10-29T21:00")) == at("2026-10-29T20:30")


def test_quiet_hours_that_end_too_far_off_leave_it_out():
    plan = ReminderPlan((EVENING,), QuietHours(20 * 60, 8 * 60))
    assert next_due(plan, Told(), at("2026-10-29T19:00")) is None


def test_a_snooze_holds_everything_back_and_comes_once():
    told = Told(settled=at("2026-10-29T20:30"), snoozed=at("2026-10-29T20:41"))
    assert reminder_now(PLAN, told, at("2026-10-29T20:40")) is None
    assert reminder_now(PLAN, told, at("2026-10-29T20:41")) == at("2026-10-29T20:41")
    assert next_due(PLAN, told, at("2026-10-29T20:35")) == at("2026-10-29T20:41")


def test_a_snooze_ends_where_a_check_in_was_made_meanwhile():
    told = Told(date(2026, 10, 29), settled=at("2026-10-29T20:30"), snoozed=at("2026-10-29T20:41"))
    assert reminder_now(PLAN, told, at("2026-10-29T20:41")) is None


def test_a_snooze_that_a_changed_clock_took_far_away_holds_nothing_back():
    assert reminder_now(PLAN, Told(snoozed=at("2027-10-29T20:30")), at("2026-10-29T20:30")) is not None


def test_not_today_lasts_until_the_persons_day_ends():
    day = PLAN.day_of(at("2026-10-30T01:00"))
    assert day == date(2026, 10, 29)
    assert PLAN.last_minute_of(day) == at("2026-10-30T03:59")
    told = Told(settled=PLAN.last_minute_of(day))
    assert next_due(PLAN, told, at("2026-10-29T19:00")) == at("2026-10-30T20:30")


def test_a_form_after_a_session_comes_though_the_day_has_a_check_in():
    plan = ReminderPlan((EVENING,), due=(at("2026-10-29T15:00"),))
    told = Told(date(2026, 10, 29))
    assert next_due(plan, told, at("2026-10-29T14:00")) == at("2026-10-29T15:00")
    assert still_wanted(plan, told, at("2026-10-29T15:00"), at("2026-10-29T16:00"))
    assert next_due(plan, Told(date(2026, 10, 29), at("2026-10-29T15:00")), at("2026-10-29T15:01")) == at(
        "2026-10-30T20:30"
    )


def test_a_form_slept_through_follows_the_same_rule():
    plan = ReminderPlan((EVENING,), due=(at("2026-10-29T15:00"),))
    assert reminder_now(plan, Told(), at("2026-10-29T17:00")) is None


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
@pytest.mark.parametrize("minute", [0, 60, 119, 120, 150, 179, 180, 185])
def test_in_both_nights_of_a_clock_change_it_comes_once(day, minute):
    plan = ReminderPlan((ReminderTime(minute),), day_start_min=720)
    seen = shown(plan, night(day))
    assert [moment for moment, _now in seen] == [datetime(day.year, day.month, day.day, minute // 60, minute % 60)]
    moment, now = seen[0]
    if day == SPRING and 120 <= minute < 180:
        assert now.time().isoformat("minutes") == "03:00"
    else:
        assert now == moment


def test_a_clock_set_back_a_little_shows_nothing_twice():
    told = Told(settled=at("2026-10-29T20:30"))
    assert reminder_now(PLAN, told, at("2026-10-29T20:30")) is None


def test_a_clock_set_back_by_days_does_not_silence_them():
    told = Told(settled=at("2026-10-29T20:30"))
    assert reminder_now(PLAN, told, at("2026-10-26T20:30")) is not None


@settings(max_examples=100)
@given(plans, nows)
def test_what_is_said_to_come_next_comes_then_and_nothing_before(plan, now):
    told = Told()
    coming = next_due(plan, told, now)
    if coming is None:
        ahead = [now + timedelta(minutes=15 * n) for n in range(4 * 24)]
        assert all(reminder_now(plan, told, each) is None for each in ahead)
        return
    assert reminder_now(plan, told, coming) is not None
    gap = int((coming - now).total_seconds() // 60)
    before = [now + timedelta(minutes=n) for n in range(0, gap, max(1, gap // 200))]
    assert all(reminder_now(plan, told, each) is None for each in before)


@settings(max_examples=100)
@given(plans, nows, st.lists(st.integers(1, 5000), max_size=30))
def test_however_the_computer_slept_each_is_shown_once_lately_and_in_order(plan, now, naps):
    looks = [now]
    for nap in naps:
        looks.append(looks[-1] + timedelta(minutes=nap))
    seen = shown(plan, looks)
    moments = [moment for moment, _shown_at in seen]
    assert moments == sorted(set(moments))
    for moment, shown_at in seen:
        assert moment <= shown_at < moment + STILL_OF_USE
        assert plan.quiet is None or not plan.quiet.hold(shown_at.time())
        assert any(each.on(moment.date()) == moment for each in plan.times)


@settings(max_examples=100)
@given(plans, nows, st.lists(st.integers(-3000, 3000), max_size=30))
def test_however_the_clock_is_set_nothing_is_shown_twice_within_a_minute_or_without_its_time(plan, now, jumps):
    looks = [now]
    for jump in jumps:
        looks += [looks[-1] + timedelta(minutes=jump)] * 2
    seen = shown(plan, looks)
    assert all(one != other for one, other in pairwise(seen))
    assert all(moment <= shown_at < moment + STILL_OF_USE for moment, shown_at in seen)


@given(plans, nows)
def test_a_day_with_a_check_in_is_left_alone(plan, now):
    told = Told(plan.day_of(now))
    coming = next_due(plan, told, now)
    assert coming is None or plan.day_of(coming) > plan.day_of(now)


@given(times)
def test_a_time_is_read_as_it_was_written(wanted):
    assert reminder_time(reminder_text(wanted)) == wanted


def test_times_without_weekdays_hold_every_day():
    assert reminder_time("21:00") == ReminderTime(21 * 60, EVERY_DAY)
    assert reminder_time("67 09:05") == ReminderTime(9 * 60 + 5, frozenset({5, 6}))


@pytest.mark.parametrize("text", ["", "24:00", "9:00", "8 20:30", "1234567", "20:60", " 20:30", "20:30\n", "٢٠:٣٠"])
def test_anything_else_is_no_time(text):
    assert reminder_time(text) is None


def test_times_are_in_order_each_once_and_not_endless():
    assert checked_times(["21:00", "nonsense", "1234567 09:00", "09:00"]) == (
        ReminderTime(9 * 60),
        ReminderTime(21 * 60),
    )
    assert len(checked_times(f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in (0, 30))) == MOST_TIMES


@pytest.mark.parametrize(("ends", "read"), [(("22:00", "08:00"), True), (("22:00", "22:00"), False), (("", ""), False)])
def test_quiet_hours_need_two_different_ends(ends, read):
    assert (quiet_hours(*ends) is not None) is read
    assert quiet_hours("1 22:00", "08:00") is None


def test_quiet_hours_go_past_midnight():
    quiet = QuietHours(22 * 60, 8 * 60)
    assert [quiet.hold(at(f"2026-10-29T{hour}").time()) for hour in ("21:59", "22:00", "03:00", "07:59", "08:00")] == [
        *(False, True, True, True, False),
    ]

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.due_forms import EARLY_MS, HOUR_MS, checked_hours, due_forms, due_now, unsettled

MINUTE_MS = 60_000

starts = st.lists(st.integers(0, 14 * 24 * 60).map(lambda minute: minute * MINUTE_MS), max_size=6)
hours = st.lists(st.integers(1, 168), max_size=6)


def at(text, fold=0):
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Amsterdam"), fold=fold)
    return round(local.timestamp() * 1000)


def test_nothing_is_due_until_hours_are_set():
    assert due_forms([0], []) == ()


def test_a_form_is_due_from_its_hour_until_half_way_to_the_next():
    (first, second) = due_forms([0], [4, 24])
    assert (first.at_ms, first.until_ms) == (4 * HOUR_MS, 14 * HOUR_MS)
    assert (second.at_ms, second.until_ms) == (24 * HOUR_MS, 36 * HOUR_MS)


def test_a_form_is_open_from_its_minute_and_not_a_minute_longer():
    forms = due_forms([0], [4])
    assert due_now(forms, [], 4 * HOUR_MS - 1) is None
    assert due_now(forms, [], 4 * HOUR_MS) == forms[0]
    assert due_now(forms, [], 16 * HOUR_MS - 1) == forms[0]
    assert due_now(forms, [], 16 * HOUR_MS) is None


def test_two_sessions_minutes_apart_ask_once():
    forms = due_forms([0, 10 * MINUTE_MS], [4])
    assert [form.at_ms for form in forms] == [4 * HOUR_MS]


def test_two_sessions_hours_apart_ask_twice_and_share_the_time_between():
    forms = due_forms([0, 3 * HOUR_MS], [4])
    assert [(form.at_ms // HOUR_MS, form.until_ms / HOUR_MS) for form in forms] == [(4, 5.5), (7, 19.0)]


def test_an_answer_settles_its_moment_and_no_other():
    forms = due_forms([0], [4, 24])
    answered = [5 * HOUR_MS]
    assert due_now(forms, answered, 6 * HOUR_MS) is None
    assert due_now(forms, answered, 24 * HOUR_MS) == forms[1]
    assert unsettled(forms, answered, 6 * HOUR_MS) == (forms[1],)


def test_a_session_moved_by_minutes_is_not_asked_about_again():
    answered = [4 * HOUR_MS + MINUTE_MS]
    moved = due_forms([10 * MINUTE_MS], [4])
    assert due_now(moved, answered, 5 * HOUR_MS) is None


def test_hours_pass_on_the_night_the_clock_goes_back():
    (form,) = due_forms([at("2026-10-24T23:00")], [4])
    assert form.at_ms == at("2026-10-25T02:00", fold=1)


def test_hours_are_whole_few_and_each_once():
    assert checked_hours([24, 4, 4, 0, -1, 169, "8", 2.5, True]) == (4, 24)
    assert len(checked_hours(range(1, 20))) == 6


@settings(max_examples=100)
@given(starts, hours)
def test_spans_never_touch_and_none_is_longer_than_twelve_hours(sessions, wanted):
    forms = due_forms(sessions, wanted)
    for form in forms:
        assert form.at_ms < form.until_ms <= form.at_ms + 12 * HOUR_MS
    for one, other in pairwise(forms):
        assert one.until_ms <= other.at_ms - EARLY_MS


@settings(max_examples=100)
@given(starts, hours)
def test_there_are_never_more_forms_than_were_set(sessions, wanted):
    forms = due_forms(sessions, wanted)
    assert len(forms) <= len(set(sessions)) * len(set(wanted))
    moments = {start + hour * HOUR_MS for start in sessions for hour in wanted}
    assert {form.at_ms for form in forms} <= moments


@settings(max_examples=100, deadline=None)
@given(starts, hours, st.integers(1, 90))
def test_who_answers_whenever_asked_answers_each_moment_once(sessions, wanted, every_min):
    forms = due_forms(sessions, wanted)
    answered = []
    end = max((form.until_ms for form in forms), default=0)
    for form in forms:
        for now in range(form.at_ms, min(form.until_ms, end), every_min * MINUTE_MS):
            if due_now(forms, answered, now) is not None:
                answered.append(now)
    assert len(answered) == len(forms)
    assert unsettled(forms, answered, 0) == ()


@settings(max_examples=100)
@given(starts, hours, st.integers(0, 29), st.integers(0, 29))
def test_a_session_corrected_by_less_than_half_an_hour_never_asks_again(sessions, wanted, early, late):
    one = sessions[:1]
    forms = due_forms(one, wanted)
    answered = [form.at_ms for form in forms]
    for shift in (-early * MINUTE_MS, late * MINUTE_MS):
        assert unsettled(due_forms([start + shift for start in one], wanted), answered, 0) == ()

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.app import check_ins, history
from journal.app.check_ins import CheckInKey
from journal.app.courses import add_course, end_course
from journal.app.day_series import day_series
from journal.app.forms import CheckInForm, form
from journal.app.journal import Journal
from journal.app.profiles import (
    ProfileWish,
    add_profile,
    change_profile,
    delete_profile,
    move_profile,
    profile_of_day,
    profiles,
)
from journal.app.sessions import add_session
from journal.model.entries import EntryKind, State
from journal.model.errors import InvalidProfile, UnknownItem
from journal.model.loads import symptom_items
from journal.model.periods import Period
from journal.model.series import LOAD_KEY
from tests.support.journals import ZoneClock, make_journal

Opened = tuple[Journal, ZoneClock]

THREE = ("anxiety", "numb", "nightmares")
THURSDAY = 3


def asked(shown: CheckInForm) -> list[str]:
    return [item.key for item in shown.items]


def answer_all(journal: Journal, shown: CheckInForm, value: float = 1) -> None:
    for item in shown.items:
        check_ins.answer(journal, shown.key, item, value)
    check_ins.finish(journal, shown.key, shown.items)


def load_today(journal: Journal) -> float | None:
    today = journal.today()
    return day_series(journal, LOAD_KEY, Period(today, today)).day_values().get(today)


def symptoms(journal: Journal) -> tuple[str, ...]:
    return tuple(item.key for item in symptom_items(journal.items()) if not item.hidden)


def test_a_profile_asks_its_items_in_its_order(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("A hard day", THREE))
    assert asked(form(journal, profile=made.id)) == list(THREE)


def test_a_count_opens_beneath_the_item_that_opens_it(opened: Opened) -> None:
    journal, _ = opened
    from journal.app.items import set_hidden

    set_hidden(journal, "nightmares_count", hidden=False)
    made = add_profile(journal, ProfileWish("Nights", ("nightmares", "anxiety")))
    assert asked(form(journal, profile=made.id)) == ["nightmares", "nightmares_count", "anxiety"]


def test_a_hidden_item_is_not_asked_by_a_profile(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("Startle", ("startle", "anxiety")))
    assert journal.item("startle").hidden
    assert asked(form(journal, profile=made.id)) == ["anxiety"]


def test_a_profile_is_taken_by_its_weekday_and_all_of_it_is_still_there(opened: Opened) -> None:
    journal, _ = opened
    assert journal.today().weekday() == THURSDAY
    add_profile(journal, ProfileWish("Thursday", THREE, weekdays=(THURSDAY,)))
    assert asked(form(journal)) == list(THREE)
    assert len(asked(form(journal, profile=""))) > len(THREE)
    assert len(asked(form(journal, day=date(2026, 10, 28)))) > len(THREE)


def test_a_session_day_goes_before_a_weekday(opened: Opened) -> None:
    journal, _ = opened
    add_profile(journal, ProfileWish("Thursday", THREE, weekdays=(THURSDAY,)))
    made = add_profile(journal, ProfileWish("Session day", ("anxiety",), session_day=True))
    assert profile_of_day(journal, journal.today()) != made
    add_session(journal, "ketamine_iv", datetime(2026, 10, 29, 10))
    assert profile_of_day(journal, journal.today()) == made


def test_a_day_with_a_planned_session_is_a_session_day_before_it_is_written_down(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("Session day", ("anxiety",), session_day=True))
    course = add_course(journal, "ketamine_iv", date(2026, 10, 22), sessions=6, every_days=7)
    days = [date(2026, 10, 22), date(2026, 10, 28), date(2026, 10, 29)]
    assert [profile_of_day(journal, day) for day in days] == [made, None, None]
    add_session(journal, "ketamine_iv", datetime(2026, 10, 22, 10), course_id=course.id)
    assert [profile_of_day(journal, day) for day in days] == [made, None, made]
    end_course(journal, course.id, date(2026, 10, 25))
    assert [profile_of_day(journal, day) for day in days] == [made, None, None]


def test_choosing_another_profile_keeps_what_is_answered(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("A hard day", ("anxiety",)))
    shown = form(journal)
    check_ins.answer(journal, shown.key, journal.item("numb"), 3)
    narrow = form(journal, key=CheckInKey(shown.key.entry_id, profile=made.id))
    assert asked(narrow) == ["anxiety", "numb"]


def test_a_check_in_by_a_profile_is_gone_on_with(opened: Opened) -> None:
    journal, clock = opened
    made = add_profile(journal, ProfileWish("A hard day", THREE))
    shown = form(journal, profile=made.id)
    answer_all(journal, shown)
    clock.forward(30)
    assert form(journal, profile=made.id).key.entry_id == shown.key.entry_id
    assert form(journal, profile="").key.entry_id != shown.key.entry_id


def test_a_profile_of_many_symptoms_makes_no_average_of_the_day(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("Most", symptoms(journal)[:-1]))
    shown = form(journal, profile=made.id)
    answer_all(journal, shown)
    entry = journal.store.entries.get(shown.key.entry_id)
    assert entry is not None
    assert (entry.kind, len(entry.ratings) > 6, load_today(journal)) == (EntryKind.SHORT, True, None)


def test_a_profile_with_every_symptom_is_a_full_list(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("All symptoms", tuple(reversed(symptoms(journal)))))
    shown = form(journal, profile=made.id)
    answer_all(journal, shown, 2)
    assert (shown.key.kind, load_today(journal)) == (EntryKind.CHECK_IN, 2)


def test_after_the_night_was_asked_the_rest_of_the_symptoms_is_the_full_list(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"nightmares": 1, "sleep_trouble": 1})
    clock.forward(200)
    by_day = tuple(key for key in symptoms(journal) if key not in ("nightmares", "sleep_trouble"))
    made = add_profile(journal, ProfileWish("By day", by_day))
    clock.set("2026-10-30T03:00")
    assert form(journal, profile=made.id).key.kind is EntryKind.CHECK_IN


def test_going_over_to_a_short_profile_in_the_middle_leaves_no_false_average(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("A hard day", ("anxiety",)))
    shown = form(journal, profile="")
    for key in symptoms(journal)[:6]:
        check_ins.answer(journal, shown.key, journal.item(key), 4)
    narrow = form(journal, key=CheckInKey(shown.key.entry_id, profile=made.id))
    check_ins.finish(journal, narrow.key, narrow.items)
    assert load_today(journal) is None


def test_going_over_to_all_of_it_makes_a_full_check_in(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("A hard day", THREE))
    narrow = form(journal, profile=made.id)
    answer_all(journal, narrow, 2)
    whole = form(journal, key=CheckInKey(narrow.key.entry_id, narrow.key.kind, profile=""))
    answer_all(journal, whole, 2)
    assert load_today(journal) == 2


def test_looking_at_an_entry_again_leaves_its_kind(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("A hard day", THREE))
    shown = form(journal, profile=made.id)
    answer_all(journal, shown)
    again = form(journal, key=CheckInKey(shown.key.entry_id))
    entry = check_ins.answer(journal, again.key, journal.item("anxiety"), None, State.NOT_APPLICABLE)
    assert entry.kind is EntryKind.SHORT


def test_a_profile_is_changed_moved_deleted_and_comes_back(opened: Opened) -> None:
    journal, _ = opened
    one, two = (add_profile(journal, ProfileWish(name, THREE)) for name in ("One", "Two"))
    assert move_profile(journal, two.id, -1)
    assert not move_profile(journal, two.id, -1)
    assert [each.name for each in profiles(journal)] == ["Two", "One"]
    changed = change_profile(journal, one.id, ProfileWish("First", ("numb",), (6, 5, 9)))
    assert (changed.name, changed.weekdays) == ("First", (5, 6))
    delete_profile(journal, two.id)
    assert [each.name for each in profiles(journal)] == ["First"]
    history.undo(journal)
    assert [each.name for each in profiles(journal)] == ["Two", "First"]


def test_without_its_profile_a_check_in_asks_all_of_it(opened: Opened) -> None:
    journal, _ = opened
    made = add_profile(journal, ProfileWish("A hard day", THREE))
    shown = form(journal, profile=made.id)
    delete_profile(journal, made.id)
    assert form(journal, key=shown.key).key.profile == ""


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        (ProfileWish(" ", THREE), "name"),
        (ProfileWish("one", THREE), "taken"),
        (ProfileWish("Two", ()), "items"),
    ],
)
def test_what_makes_no_profile_is_refused_with_the_reason(opened: Opened, wish: ProfileWish, reason: str) -> None:
    journal, _ = opened
    add_profile(journal, ProfileWish("One", THREE))
    with pytest.raises(InvalidProfile) as caught:
        add_profile(journal, wish)
    assert caught.value.fields["reason"] == reason


def test_a_profile_names_only_items_that_there_are(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(UnknownItem):
        add_profile(journal, ProfileWish("One", ("nothing",)))


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_day_asked_by_a_profile_has_an_average_only_if_every_symptom_was_asked(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        journal, _ = make_journal(Path(folder) / "journal")
        keys = [item.key for item in journal.items() if not item.hidden]
        left_out = data.draw(st.integers(0, 3) | st.integers(0, len(keys) - 1))
        chosen = data.draw(st.permutations(keys))[left_out:]
        made = add_profile(journal, ProfileWish("Any", tuple(chosen)))
        answer_all(journal, form(journal, profile=made.id), 3)
        whole = set(symptoms(journal)) <= set(chosen)
        assert (load_today(journal) is not None) == whole
        journal.close()

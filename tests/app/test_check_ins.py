from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from journal.app import check_ins, history
from journal.app.journal import Journal
from journal.model.entries import State, TimeKnown
from journal.model.errors import TimeInFuture, UnknownItem, ValueOutOfRange
from tests.support.journals import ZoneClock, reopen

Opened = tuple[Journal, ZoneClock]


def test_the_first_answer_makes_the_entry(opened: Opened) -> None:
    journal, clock = opened
    key = check_ins.new_key()
    entry = check_ins.answer(journal, key, journal.item("nightmares"), 2)
    assert journal.store.entries.get(key.entry_id) == entry
    assert entry.at_ms == clock.ms
    assert entry.rating(journal.item("nightmares").id).value == 2


def test_an_answer_is_there_after_closing_and_opening(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.answer(journal, check_ins.new_key(), journal.item("anxiety"), 0)
    again = reopen(journal)
    assert again.store.entries.get(entry.id) == entry
    again.close()


def test_an_answer_can_be_cleared_and_is_then_not_asked(opened: Opened) -> None:
    journal, _ = opened
    key = check_ins.new_key()
    item = journal.item("anxiety")
    check_ins.answer(journal, key, item, 3)
    entry = check_ins.answer(journal, key, item, None)
    assert entry.rating(item.id) is None


def test_finishing_writes_down_what_was_left_open(opened: Opened) -> None:
    journal, _ = opened
    key = check_ins.new_key()
    rated, left = journal.item("anxiety"), journal.item("flashbacks")
    check_ins.answer(journal, key, rated, 3)
    entry = check_ins.finish(journal, key, [rated, left])
    assert entry.rating(rated.id).state is State.RATED
    assert entry.rating(left.id).state is State.UNANSWERED


def test_finishing_what_was_not_begun_writes_nothing(opened: Opened) -> None:
    journal, _ = opened
    assert check_ins.finish(journal, check_ins.new_key(), [journal.item("anxiety")]) is None
    assert journal.store.entries.count() == 0


def test_finishing_is_not_an_undo_step_of_its_own(opened: Opened) -> None:
    journal, _ = opened
    key = check_ins.new_key()
    check_ins.answer(journal, key, journal.item("anxiety"), 3)
    check_ins.finish(journal, key, [journal.item("flashbacks")])
    history.undo(journal)
    assert journal.store.entries.get(key.entry_id) is None


@pytest.mark.parametrize("value", [-1, 5, 1.5, float("nan"), float("inf")])
def test_a_value_off_the_scale_is_refused_and_nothing_is_saved(opened: Opened, value: float) -> None:
    journal, _ = opened
    with pytest.raises(ValueOutOfRange):
        check_ins.answer(journal, check_ins.new_key(), journal.item("anxiety"), value)
    assert journal.store.entries.count() == 0


def test_hours_slept_may_be_half_hours(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.answer(journal, check_ins.new_key(), journal.item("hours_slept"), 5.5)
    assert entry.ratings[0].value == 5.5


def test_the_first_check_in_looks_back_a_day(opened: Opened) -> None:
    journal, _ = opened
    assert check_ins.log(journal, {"anxiety": 1}).covers_min == 24 * 60


def test_a_later_check_in_looks_back_to_the_one_before(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 1})
    clock.forward(90)
    assert check_ins.log(journal, {"anxiety": 2}).covers_min == 90


def test_after_a_gap_a_check_in_looks_back_a_day_and_no_further(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 1})
    clock.forward(5 * 24 * 60)
    assert check_ins.log(journal, {"anxiety": 2}).covers_min == 24 * 60


def test_a_momentary_one_has_no_window(opened: Opened) -> None:
    journal, _ = opened
    assert check_ins.log(journal, {"anxiety": 1}, momentary=True).covers_min is None


def test_one_about_right_now_shortens_no_window(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 1})
    clock.forward(60)
    check_ins.log(journal, {"anxiety": 4}, momentary=True)
    clock.forward(30)
    assert check_ins.log(journal, {"anxiety": 2}).covers_min == 90


def test_one_about_right_now_is_not_gone_on_with(opened: Opened) -> None:
    journal, clock = opened
    begun = check_ins.log(journal, {"anxiety": 1})
    clock.forward(60)
    check_ins.log(journal, {"anxiety": 4}, momentary=True)
    assert check_ins.current(journal) == begun


def test_an_earlier_day_is_marked_as_added_later(opened: Opened) -> None:
    journal, _ = opened
    key = check_ins.new_key(day=date(2026, 10, 27))
    entry = check_ins.answer(journal, key, journal.item("anxiety"), 1)
    assert entry.day == date(2026, 10, 27)
    assert entry.late
    assert entry.time_known is TimeKnown.DAY


def test_before_the_start_of_the_day_it_is_still_the_day_before(opened: Opened) -> None:
    journal, clock = opened
    clock.set("2026-10-30T03:59")
    assert check_ins.log(journal, {"anxiety": 1}).day == date(2026, 10, 29)
    clock.set("2026-10-30T04:00")
    assert check_ins.log(journal, {"anxiety": 1}).day == date(2026, 10, 30)


def test_both_half_past_twos_of_the_long_night_are_kept_apart_and_in_order(opened: Opened) -> None:
    journal, clock = opened
    clock.set("2026-10-25T02:30", fold=0)
    first = check_ins.log(journal, {"anxiety": 1})
    clock.set("2026-10-25T02:30", fold=1)
    second = check_ins.log(journal, {"anxiety": 2})
    assert first.day == second.day == date(2026, 10, 24)
    assert second.at_ms - first.at_ms == 3_600_000
    assert second.covers_min == 60


def test_a_local_time_of_the_past_takes_the_offset_of_its_own_day(opened: Opened) -> None:
    journal, _ = opened
    summer = check_ins.log(journal, {"anxiety": 1}, at=datetime(2026, 7, 1, 12, 0))
    assert (summer.offset_min, summer.at.hour) == (120, 12)


def test_a_time_that_has_not_come_is_refused(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(TimeInFuture):
        check_ins.log(journal, {"anxiety": 1}, at=datetime(2027, 1, 1, 12, 0))


def test_an_unknown_item_names_what_looks_alike(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(UnknownItem) as caught:
        check_ins.log(journal, {"nightmare": 1})
    assert "nightmares" in caught.value.fields["similar"]
    assert journal.store.entries.count() == 0


def test_a_note_alone_makes_an_entry_but_an_empty_one_does_not(opened: Opened) -> None:
    journal, _ = opened
    assert check_ins.set_note(journal, check_ins.new_key(), "  ", shared=False) is None
    entry = check_ins.set_note(journal, check_ins.new_key(), "Rain all day.", shared=False)
    assert entry is not None
    assert not entry.note_shared


def test_typing_a_note_is_one_undo_step(opened: Opened) -> None:
    journal, _ = opened
    key = check_ins.new_key()
    answered = check_ins.answer(journal, key, journal.item("anxiety"), 1)
    for text in ("R", "Ra", "Rain"):
        check_ins.set_note(journal, key, text, shared=False)
    history.undo(journal)
    assert journal.store.entries.get(key.entry_id).note == ""
    assert journal.store.entries.get(key.entry_id).ratings == answered.ratings


def test_going_on_within_three_hours_is_the_same_check_in(opened: Opened) -> None:
    journal, clock = opened
    key = check_ins.new_key()
    check_ins.answer(journal, key, journal.item("anxiety"), 1)
    clock.forward(60)
    assert check_ins.current(journal).id == key.entry_id
    clock.forward(121)
    assert check_ins.current(journal) is None


def test_a_change_on_a_later_day_is_told(opened: Opened) -> None:
    journal, clock = opened
    entry = check_ins.log(journal, {"anxiety": 1})
    clock.forward(24 * 60)
    changed = history.edit(journal, entry.id, {"anxiety": 2.0})
    assert changed.changed_later
    assert replace(changed, ratings=(), changed_ms=None) == replace(entry, ratings=())

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from journal.app import check_ins, history
from journal.app.journal import Journal
from journal.model.entries import State
from journal.model.errors import AmbiguousEntry, InvalidPeriod, NothingToUndo, UnknownEntry
from tests.support.journals import ZoneClock

Opened = tuple[Journal, ZoneClock]


def test_days_come_newest_first_and_only_those_with_entries(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 1}, at=datetime(2026, 10, 20, 12))
    check_ins.log(journal, {"anxiety": 2}, at=datetime(2026, 10, 20, 18))
    check_ins.log(journal, {"anxiety": 3})
    days = history.days(journal, date(2026, 10, 1), date(2026, 10, 31))
    assert [(day.day.day, len(day.entries)) for day in days] == [(29, 1), (20, 2)]


def test_an_entry_is_found_by_the_start_of_its_id(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.log(journal, {"anxiety": 1})
    assert history.find(journal, entry.id[:4]) == entry
    with pytest.raises(UnknownEntry):
        history.find(journal, entry.id[:3])
    with pytest.raises(UnknownEntry):
        history.find(journal, "zzzz")


def test_a_prefix_of_two_entries_is_refused(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, _ = opened
    ids = iter(["aaaa1111-0000-4000-8000-000000000000", "aaaa2222-0000-4000-8000-000000000000"])
    monkeypatch.setattr("journal.app.check_ins.uuid.uuid4", lambda: next(ids))
    for _ in range(2):
        check_ins.log(journal, {"anxiety": 1})
    with pytest.raises(AmbiguousEntry):
        history.find(journal, "aaaa")
    assert history.find(journal, "aaaa1").id.startswith("aaaa1")


def test_an_answer_is_changed_cleared_or_told_not_to_apply(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.log(journal, {"anxiety": 1, "low_mood": 2, "numb": 3})
    changed = history.edit(
        journal,
        entry.id,
        {"anxiety": 4.0, "low_mood": history.Clear.CLEAR, "numb": State.NOT_APPLICABLE},
    )
    assert changed.rating(journal.item("anxiety").id).value == 4
    assert changed.rating(journal.item("low_mood").id) is None
    assert changed.rating(journal.item("numb").id).state is State.NOT_APPLICABLE


def test_a_moved_entry_changes_its_day(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.log(journal, {"anxiety": 1})
    assert history.edit(journal, entry.id, at=datetime(2026, 10, 28, 9)).day == date(2026, 10, 28)


def test_an_entry_moved_later_still_looks_back_to_the_one_before_it(opened: Opened) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 1})
    clock.forward(60)
    made = check_ins.log(journal, {"anxiety": 2})
    clock.forward(60)
    assert history.edit(journal, made.id, at=made.at + timedelta(minutes=30)).covers_min == 90


def test_what_was_deleted_comes_back_with_undo_and_goes_with_redo(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.log(journal, {"anxiety": 1}, note="Rain.")
    history.delete(journal, entry.id)
    assert journal.store.entries.get(entry.id) is None
    history.undo(journal)
    assert journal.store.entries.get(entry.id) == entry
    history.redo(journal)
    assert journal.store.entries.get(entry.id) is None


def test_what_was_deleted_for_good_does_not_come_back(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.log(journal, {"anxiety": 1}, note="Rain.")
    history.delete_for_good(journal, entry.id)
    assert journal.store.entries.get(entry.id) is None
    with pytest.raises(NothingToUndo):
        history.undo(journal)


def test_listeners_hear_what_changed(opened: Opened) -> None:
    journal, _ = opened
    heard: list[frozenset[str]] = []
    journal.listen(heard.append)
    check_ins.log(journal, {"anxiety": 1})
    assert heard == [frozenset({"entries"})]


def test_a_period_that_ends_before_it_begins_is_refused(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(InvalidPeriod):
        history.days(journal, date(2026, 10, 2), date(2026, 10, 1))

from dataclasses import replace
from datetime import date

import pytest

from journal.app import history
from journal.model.entries import EntryKind, State
from journal.model.errors import DiskFull
from journal.ui.second_try import saying_so
from journal.ui.today.presenter import TodayPresenter
from tests.support.journals import make_journal
from tests.support.rows import Heard, check_in_parts


class View:
    """Remembers what it was told to show."""

    def __init__(self):
        self.state, self.begun = None, 0

    def render_state(self, state):
        self.state = state

    def begin(self):
        self.begun += 1


class Today:
    """A presenter on a real journal."""

    def __init__(self, journal, clock):
        self.journal, self.clock, self.view, self.heard = journal, clock, View(), Heard()
        self.presenter = TodayPresenter(self.view, check_in_parts(journal, clock, self.heard))
        journal.listen(self.presenter.on_changed)
        self.presenter.on_entered()

    def entries(self):
        return self.journal.store.entries.between(date(2000, 1, 1), date(2100, 1, 1))

    def rate(self, key, value):
        self.presenter.on_answered(key, value, State.RATED)

    def state_of(self, key):
        item = self.journal.item(key)
        rating = self.entries()[-1].rating(item.id)
        return rating.state if rating else None


@pytest.fixture
def today(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    yield Today(journal, clock)
    journal.close()


def test_nothing_is_written_by_looking(today):
    today.presenter.on_left()
    assert today.entries() == []


def test_an_answer_is_saved_as_it_is_given(today):
    today.rate("flashbacks", 2.0)
    assert today.state_of("flashbacks") is State.RATED
    assert today.view.state.saved == "Saved 21:04"


def test_what_was_not_asked_to_the_end_has_no_row_yet(today):
    today.rate("flashbacks", 2.0)
    assert today.state_of("low_mood") is None


def test_done_writes_what_was_left_as_unanswered(today):
    today.rate("flashbacks", 2.0)
    today.presenter.on_done()
    assert today.state_of("low_mood") is State.UNANSWERED
    assert today.state_of("suicidal_thoughts") is None
    assert today.view.state.ended


def test_leaving_with_something_rated_ends_the_check_in(today):
    today.rate("flashbacks", 2.0)
    today.presenter.on_left()
    assert today.state_of("low_mood") is State.UNANSWERED


def test_a_closed_body_card_was_not_asked(today):
    today.rate("flashbacks", 2.0)
    today.presenter.on_left()
    assert today.state_of("dizziness") is None


def test_what_was_left_unanswered_can_be_answered_after_all(today):
    today.rate("flashbacks", 2.0)
    today.presenter.on_left()
    today.presenter.on_entered()
    assert next(row for row in today.view.state.rows if row.key == "low_mood").state is None
    today.rate("low_mood", 1.0)
    assert len(today.entries()) == 1
    assert today.state_of("low_mood") is State.RATED


def test_an_answer_can_be_taken_away(today):
    today.rate("flashbacks", 2.0)
    today.presenter.on_answered("flashbacks", None, None)
    assert today.state_of("flashbacks") is None


def test_another_check_in_ends_the_first_and_keeps_its_window(today):
    today.rate("flashbacks", 2.0)
    today.clock.forward(30)
    today.presenter.on_another()
    assert today.view.state.caption == "Since 21:04 this evening"
    today.rate("flashbacks", 1.0)
    first, second = today.entries()
    assert second.covers_min == 30
    assert first.rating(today.journal.item("low_mood").id).state is State.UNANSWERED


def test_the_day_before_is_written_as_added_later(today):
    today.presenter.on_day(-1)
    today.rate("flashbacks", 2.0)
    (entry,) = today.entries()
    assert (entry.day, entry.late) == (date(2026, 11, 21), True)
    assert today.view.state.late == "added later"


def test_the_day_after_never_leads_beyond_today(today):
    today.presenter.on_day(1)
    assert today.view.state.title == "Sunday 22 November"


def test_a_note_is_private_until_it_is_shared(today):
    today.presenter.on_note("slept at last", shared=False)
    assert [(entry.note, entry.note_shared) for entry in today.entries()] == [("slept at last", False)]
    today.presenter.on_note("slept at last", shared=True)
    assert today.entries()[0].note_shared


def test_an_empty_note_makes_no_entry(today):
    today.presenter.on_note("", shared=False)
    today.presenter.on_note("  ", shared=False)
    assert today.entries() == []


def test_just_three_is_an_entry_of_its_own_kind(today):
    today.presenter.on_short(short=True)
    for row in today.view.state.rows:
        today.rate(row.key, 1.0)
    assert [entry.kind for entry in today.entries()] == [EntryKind.SHORT]
    assert today.view.state.enough == "Saved. That is enough."


def test_a_full_disk_keeps_the_answer_on_the_screen_and_saves_it_later(today, monkeypatch):
    store = today.journal.store
    whole = store.entries.save

    def full(entry):
        raise DiskFull

    today.rate("flashbacks", 2.0)
    monkeypatch.setattr(store.entries, "save", full)
    today.rate("low_mood", 3.0)
    assert [type(error) for error in today.heard.errors] == [DiskFull]
    assert next(row for row in today.view.state.rows if row.key == "low_mood").value == 3.0
    assert today.view.state.saved == ""
    monkeypatch.setattr(store.entries, "save", whole)
    today.rate("numb", 1.0)
    assert today.state_of("low_mood") is State.RATED


def test_an_answer_that_found_no_room_is_saved_by_a_second_try(today, monkeypatch):
    said = []
    parts = replace(
        check_in_parts(today.journal, today.clock, today.heard),
        save_failed=saying_so(lambda text, actions=(): said.append((text, actions)), today.heard.errors.append),
    )
    today.presenter = TodayPresenter(today.view, parts)
    today.presenter.on_entered()
    with monkeypatch.context() as full:
        full.setattr(today.journal.store.entries, "save", raise_disk_full)
        today.rate("low_mood", 3.0)
    ((text, ((words, again),)),) = said
    assert "free some space" in text
    assert words == "Try again"
    again()
    assert today.state_of("low_mood") is State.RATED
    assert today.view.state.saved == "Saved 21:04"
    assert today.heard.errors == []


def raise_disk_full(entry):
    raise DiskFull


def test_a_full_disk_never_loses_an_answer_by_going_to_another_day(today, monkeypatch):
    def full(entry):
        raise DiskFull

    monkeypatch.setattr(today.journal.store.entries, "save", full)
    today.rate("low_mood", 3.0)
    today.presenter.on_day(-1)
    assert today.view.state.title == "Sunday 22 November"
    assert next(row for row in today.view.state.rows if row.key == "low_mood").value == 3.0


def test_undo_elsewhere_shows_on_the_page(today):
    today.rate("flashbacks", 2.0)
    today.rate("low_mood", 3.0)
    history.undo(today.journal)
    rows = {row.key: row.state for row in today.view.state.rows}
    assert (rows["flashbacks"], rows["low_mood"]) == (State.RATED, None)


def test_digits_stay_where_the_person_set_that(today):
    today.journal.put_setting("digits_move_on", False)
    today.presenter.on_entered()
    assert not today.view.state.digits_move_on


def test_a_form_without_an_answer_moves_on_with_the_clock(today):
    today.clock.set("2026-11-23T08:00")
    today.presenter.on_woken()
    assert today.view.state.title == "Monday 23 November"


def test_a_form_with_an_answer_stays_as_it_is(today):
    today.rate("flashbacks", 2.0)
    today.clock.set("2026-11-23T08:00")
    today.presenter.on_woken()
    assert today.view.state.title == "Sunday 22 November"


def test_nothing_says_saved_once_all_of_it_was_undone(today):
    today.rate("flashbacks", 2.0)
    assert today.view.state.saved
    history.undo(today.journal)
    assert today.entries() == []
    assert today.view.state.saved == ""

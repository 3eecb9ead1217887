"""Entering a week from paper: one entry a day, made now, and nothing that stands there is touched."""

from datetime import timedelta

import pytest

from journal.app import history, week_entries
from journal.app.check_ins import LONGEST_WINDOW_MIN, log
from journal.app.week_entries import Standing
from journal.model.entries import Recall, State, TimeKnown
from journal.model.errors import ValueOutOfRange


@pytest.fixture
def yesterday(journal):
    return journal.today() - timedelta(days=1)


def entries(journal, day):
    return journal.store.entries.between(day, day)


def put(journal, day, key, value, state=None):
    return week_entries.put_answer(journal, day, key, value, state)


def test_the_answers_of_a_day_are_one_entry_made_now_about_the_whole_day(journal, yesterday):
    put(journal, yesterday, "anxiety", 2.0)
    put(journal, yesterday, "nightmares", 0.0)
    (entry,) = entries(journal, yesterday)
    assert (entry.time_known, entry.recall, entry.covers_min) == (TimeKnown.DAY, Recall.SINCE, LONGEST_WINDOW_MIN)
    assert entry.late
    assert sorted(rating.value for rating in entry.ratings) == [0.0, 2.0]


def test_what_is_left_empty_is_not_asked_and_a_dash_does_not_apply(journal, yesterday):
    put(journal, yesterday, "anxiety", None, State.NOT_APPLICABLE)
    (entry,) = entries(journal, yesterday)
    assert [rating.state for rating in entry.ratings] == [State.NOT_APPLICABLE]


def test_a_cell_that_is_cleared_takes_its_empty_entry_along(journal, yesterday):
    put(journal, yesterday, "anxiety", 2.0)
    put(journal, yesterday, "anxiety", None)
    assert entries(journal, yesterday) == []
    put(journal, yesterday, "anxiety", 3.0)
    assert len(entries(journal, yesterday)) == 1


def test_each_cell_is_an_undo_step(journal, yesterday):
    put(journal, yesterday, "anxiety", 2.0)
    put(journal, yesterday, "nightmares", 1.0)
    history.undo(journal)
    assert [rating.value for rating in entries(journal, yesterday)[0].ratings] == [2.0]
    history.undo(journal)
    assert entries(journal, yesterday) == []
    put(journal, yesterday, "anxiety", 1.0)
    assert len(entries(journal, yesterday)) == 1


def test_a_day_that_has_entries_is_shown_and_never_written_on(journal, opened):
    log(journal, {"anxiety": 3.0})
    opened[1].ms += 86_400_000
    day = journal.today() - timedelta(days=1)
    grid = week_entries.read_week(journal, day)
    assert (grid.days[0].standing, grid.days[0].answers["anxiety"].value) == (Standing.LOGGED, 3.0)
    before = entries(journal, day)
    assert not put(journal, day, "anxiety", 0.0)
    assert not week_entries.put_note(journal, day, "mine")
    assert entries(journal, day) == before


def test_what_is_logged_elsewhere_meanwhile_closes_a_day(journal, yesterday):
    put(journal, yesterday, "anxiety", 2.0)
    from datetime import datetime, time

    log(journal, {"anxiety": 4.0}, at=datetime.combine(yesterday, time(12)))
    assert not put(journal, yesterday, "anxiety", 0.0)
    assert week_entries.read_week(journal, yesterday).days[0].standing is Standing.LOGGED


def test_today_and_days_to_come_are_left_alone(journal):
    today = journal.today()
    assert not put(journal, today, "anxiety", 1.0)
    assert not put(journal, today + timedelta(days=1), "anxiety", 1.0)
    grid = week_entries.read_week(journal, today)
    assert [day.standing for day in grid.days] == [Standing.TODAY, *[Standing.LATER] * 6]


def test_a_week_is_gone_on_with_until_the_person_is_done(journal, yesterday):
    first = yesterday - timedelta(days=20)
    week_entries.read_week(journal, first)
    put(journal, first, "anxiety", 2.0)
    assert week_entries.begun_week(journal) == first
    assert week_entries.read_week(journal, first).days[0].standing is Standing.OPEN
    week_entries.done(journal)
    assert week_entries.read_week(journal, first).days[0].standing is Standing.LOGGED


def test_a_note_alone_makes_an_entry_and_is_private(journal, yesterday):
    week_entries.put_note(journal, yesterday, "rain")
    (entry,) = entries(journal, yesterday)
    assert (entry.note, entry.note_shared) == ("rain", False)
    week_entries.put_note(journal, yesterday, "")
    assert entries(journal, yesterday) == []


def test_a_value_beside_the_scale_is_refused(journal, yesterday):
    with pytest.raises(ValueOutOfRange):
        put(journal, yesterday, "anxiety", 7.0)
    assert entries(journal, yesterday) == []

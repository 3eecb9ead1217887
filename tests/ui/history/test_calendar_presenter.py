from datetime import date, datetime, time

import pytest

from journal.app import check_ins
from journal.model.periods import moved
from journal.ui.history.calendar_presenter import CalendarParts, CalendarPresenter
from tests.support.journals import make_journal
from tests.support.later_runner import LaterRunner


class View:
    def __init__(self):
        self.shown = []

    def render_calendar(self, state):
        self.shown.append(state)


@pytest.fixture
def journal(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    made, _clock = make_journal(tmp_path / "journal", at="2026-11-22T20:00")
    check_ins.log(made, {"flashbacks": 2})
    yield made
    made.close()


@pytest.fixture
def view():
    return View()


@pytest.fixture
def later():
    return LaterRunner()


@pytest.fixture
def presenter(journal, view, later):
    return CalendarPresenter(view, CalendarParts(lambda: journal, later, pytest.fail))


def entered(presenter, later, day=None):
    presenter.on_entered(day)
    later.work()
    return presenter


def shown(view):
    state = view.shown[-1]
    return state.days.grid.days.first.isoformat()[:7], state.at.day


def test_it_begins_with_today(presenter, later, view):
    entered(presenter, later)
    assert shown(view) == ("2026-11", 22)
    assert view.shown[-1].days.summaries[date(2026, 11, 22)].check_ins == 1


def test_a_day_in_sight_is_reached_without_reading(presenter, later, view):
    entered(presenter, later)
    presenter.on_moved(-7)
    assert shown(view) == ("2026-11", 15)
    assert later.jobs == []


def test_a_day_of_another_month_brings_that_month(presenter, later, view):
    entered(presenter, later)
    presenter.on_moved(9)
    later.work()
    assert shown(view) == ("2026-12", 1)


def test_the_month_beside_is_there_at_once_for_it_was_read_ahead(presenter, later, view):
    entered(presenter, later)
    presenter.on_step(-1)
    assert shown(view) == ("2026-10", 22)
    assert not presenter.waiting


def test_three_presses_in_a_row_lead_three_months_back(presenter, later, view):
    entered(presenter, later)
    for _ in range(3):
        presenter.on_step(-1)
    assert presenter.at == date(2026, 8, 22)
    later.work()
    assert shown(view) == ("2026-08", 22)
    assert "2026-09" not in {state.days.grid.days.first.isoformat()[:7] for state in view.shown}


def test_what_changed_is_not_shown_from_before(presenter, later, view, journal):
    entered(presenter, later)
    check_ins.log(journal, {"flashbacks": 2}, at=datetime(2026, 10, 3, 12))
    entered(presenter, later)
    presenter.on_step(-1)
    assert set(view.shown[-1].days.summaries) == {date(2026, 10, 3)}


def test_an_answer_that_comes_late_changes_nothing(presenter, later, view):
    presenter.on_entered(date(2026, 5, 1))
    presenter.on_entered(date(2026, 7, 1))
    later.work()
    assert [state.at for state in view.shown] == [date(2026, 7, 1)]


def test_today_is_one_press_away(presenter, later, view):
    entered(presenter, later, date(2020, 2, 29))
    presenter.on_today()
    later.work()
    assert shown(view) == ("2026-11", 22)


def test_a_chosen_view_holds_once_the_page_is_entered_again(presenter, later, view, journal):
    entered(presenter, later)
    journal.put_setting("history_view", "week")
    entered(presenter, later)
    assert len(view.shown[-1].weeks) == 1
    presenter.on_step(1)
    later.work()
    assert view.shown[-1].at == date(2026, 11, 29)


def test_what_goes_wrong_is_told_and_the_calendar_stays(journal, view):
    told, runner = [], LaterRunner()
    presenter = CalendarPresenter(view, CalendarParts(lambda: journal, runner, told.append))
    entered(presenter, runner)
    journal.store.close()
    presenter.on_day(date(2020, 1, 1))
    runner.work()
    assert len(told) == 1
    assert presenter.at == date(2026, 11, 22)


def test_while_a_month_is_looked_at_the_others_are_gone_through(presenter, later, view, journal, monkeypatch):
    asked = dict.fromkeys(("flashbacks", "low_mood", "guilt", "numb", "anxiety", "irritability"), 3)
    for year in (2017, 2020, 2024):
        check_ins.log(journal, asked, at=datetime(year, 5, 4, 12))
    entered(presenter, later)
    monkeypatch.setattr(journal.store.entries, "readings", lambda *_given: pytest.fail("read again"))
    for year in (2020, 2024, 2017):
        presenter.on_day(date(year, 5, 9))
        later.work()
        assert {day.year: each.load for day, each in view.shown[-1].days.summaries.items()} == {year: 3.0}


def test_a_step_is_shown_before_more_is_gone_through(presenter, later, view, journal):
    for back in range(1, 99):
        check_ins.log(journal, {"flashbacks": 2}, at=datetime.combine(moved(date(2026, 11, 1), -back), time(12)))
    presenter.on_entered()
    later.jobs.pop(0)()
    waiting = len(later.jobs)
    assert waiting == 3, "the months beside, and the first few days"
    later.jobs.pop()()
    assert len(later.jobs) == waiting, "the next few come in their turn"
    presenter.on_step(-1)
    later.work()
    assert shown(view) == ("2026-10", 22)

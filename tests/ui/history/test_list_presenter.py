from datetime import date, timedelta

import pytest

from journal.app import check_ins, history
from journal.app.runner import ImmediateRunner
from journal.texts.items import ItemWords
from journal.ui.history.list_presenter import DAYS_AT_ONCE, ListParts, ListPresenter
from tests.support.journals import make_journal

LAST = date(2026, 11, 22)


class View:
    """A list that only holds its lines."""

    def __init__(self):
        self.lines, self.selected, self.empty = [], "", ""

    def reset(self, lines, select):
        self.lines, self.selected = list(lines), select

    def refresh(self, lines):
        self.lines = list(lines)

    def append(self, lines):
        self.lines += lines

    def prepend(self, lines):
        self.lines[:0] = lines

    def say_empty(self, words):
        self.empty = words

    @property
    def days(self):
        return [line.day for line in self.lines]


def log_days(journal, clock, days):
    for day in days:
        clock.set(f"{day.isoformat()}T20:00")
        check_ins.log(journal, {"flashbacks": 1})
    clock.set(f"{LAST.isoformat()}T21:04")


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    yield journal, clock
    journal.close()


def listing(journal):
    view = View()
    parts = ListParts(lambda: journal, ImmediateRunner(), ItemWords(journal.catalogue), pytest.fail)
    return view, ListPresenter(view, parts)


def test_an_empty_journal_says_so_and_asks_nothing(opened):
    view, presenter = listing(opened[0])
    presenter.on_entered()
    assert (view.lines, view.empty) == ([], "Nothing is logged yet. Each check-in on Today is listed here.")


def test_only_some_weeks_are_read_at_first(opened):
    journal, clock = opened
    log_days(journal, clock, [LAST - timedelta(days=3 * n) for n in range(40)])
    view, presenter = listing(journal)
    presenter.on_entered()
    assert view.days[0] == LAST
    assert view.days[-1] > LAST - timedelta(days=DAYS_AT_ONCE)
    assert presenter.more_below


def test_scrolling_down_reads_on_to_the_first_day(opened):
    journal, clock = opened
    wanted = [LAST - timedelta(days=3 * n) for n in range(40)]
    log_days(journal, clock, wanted)
    view, presenter = listing(journal)
    presenter.on_entered()
    while presenter.more_below:
        presenter.on_bottom_reached()
    assert view.days == wanted


def test_a_gap_of_years_is_stepped_over(opened):
    journal, clock = opened
    log_days(journal, clock, [LAST, LAST - timedelta(days=2000)])
    view, presenter = listing(journal)
    presenter.on_entered()
    presenter.on_bottom_reached()
    assert view.days == [LAST, LAST - timedelta(days=2000)]


def test_going_to_a_date_selects_the_nearest_day_before_and_can_scroll_both_ways(opened):
    journal, clock = opened
    wanted = [LAST - timedelta(days=3 * n) for n in range(60)]
    log_days(journal, clock, wanted)
    view, presenter = listing(journal)
    goal = wanted[30] + timedelta(days=1)
    presenter.on_entered(goal)
    chosen = next(line for line in view.lines if line.entry_id == view.selected)
    assert chosen.day == wanted[30]
    while presenter.more_above:
        presenter.on_top_reached()
    while presenter.more_below:
        presenter.on_bottom_reached()
    assert view.days == wanted


def test_a_date_before_the_first_entry_shows_the_first_ones(opened):
    journal, clock = opened
    log_days(journal, clock, [LAST, LAST - timedelta(days=400)])
    view, presenter = listing(journal)
    presenter.on_entered(date(1999, 1, 1))
    assert view.days == [LAST - timedelta(days=400)]


def test_a_change_reads_the_same_days_again_with_what_is_new(opened):
    journal, clock = opened
    log_days(journal, clock, [LAST - timedelta(days=1)])
    view, presenter = listing(journal)
    presenter.on_entered()
    log_days(journal, clock, [LAST])
    presenter.on_changed()
    assert view.days == [LAST, LAST - timedelta(days=1)]
    history.delete(journal, view.lines[0].entry_id)
    presenter.on_changed()
    assert view.days == [LAST - timedelta(days=1)]

"""What happens on Trends, without a window."""

from collections import deque
from datetime import timedelta

import pytest

from journal.app import check_ins
from journal.ui.trends.presenter import TrendsParts, TrendsPresenter
from journal.ui.trends.state import Span, View
from tests.support.journals import make_journal


class SlowRunner:
    """Does each job only when told to."""

    def __init__(self):
        self.jobs = deque()

    def run(self, job, then=lambda result: None, failed=None):
        self.jobs.append((job, then, failed))

    def work(self):
        while self.jobs:
            job, then, failed = self.jobs.popleft()
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 a runner hands on whatever went wrong
                failed(error)
            else:
                then(result)


class Shown:
    def __init__(self):
        self.states, self.failures = [], []

    def render_state(self, state):
        self.states.append(state)


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    journal, clock = make_journal(tmp_path_factory.mktemp("presenter") / "journal")
    check_ins.log(journal, {"flashbacks": 2})
    yield journal
    journal.close()


@pytest.fixture
def led(journal):
    view, runner = Shown(), SlowRunner()
    presenter = TrendsPresenter(
        view, TrendsParts(lambda: journal, runner, view.failures.append, lambda: None, lambda _chart: None)
    )
    presenter.on_entered()
    runner.work()
    return presenter, view, runner


def test_only_the_answer_to_the_last_choice_is_shown(led):
    presenter, view, runner = led
    before = len(view.states)
    presenter.on_span(Span.YEAR)
    presenter.on_span(Span.WEEKS)
    runner.work()
    assert [state.wanted.span for state in view.states[before:]] == [Span.WEEKS]


def test_own_dates_begin_with_the_days_shown_and_are_turned_round_if_needed(led):
    presenter, view, runner = led
    shown = view.states[-1].period
    presenter.on_span(Span.OWN)
    runner.work()
    assert view.states[-1].period == shown
    presenter.on_own_range(shown.last, shown.first)
    runner.work()
    assert view.states[-1].period == shown


def test_moving_keeps_the_length_and_the_span(led):
    presenter, view, runner = led
    shown = view.states[-1].period
    presenter.on_moved(shown.first - timedelta(days=9))
    runner.work()
    assert view.states[-1].period.last == shown.last - timedelta(days=9)
    assert view.states[-1].wanted.span is Span.MONTHS
    presenter.on_later()
    runner.work()
    assert view.states[-1].period == shown


def test_empty_days_lead_back_to_the_last_entry(led):
    presenter, view, runner = led
    for _ in range(2):
        presenter.on_earlier()
        runner.work()
    assert view.states[-1].go_to_last
    presenter.on_last_wanted()
    runner.work()
    assert view.states[-1].period.last == view.states[0].period.last
    assert view.states[-1].empty == ""


def test_weeks_are_read_only_when_they_are_shown(led):
    presenter, view, runner = led
    presenter.on_view(View.WEEK)
    runner.work()
    assert "typical week" in view.states[-1].sentences[0]


def test_a_failure_is_handed_on(led):
    presenter, view, runner = led
    presenter._parts = TrendsParts(lambda: 1 / 0, runner, view.failures.append, lambda: None, lambda _chart: None)
    presenter.on_span(Span.YEAR)
    runner.work()
    assert isinstance(view.failures[0], ZeroDivisionError)


def test_a_questionnaire_that_is_filled_in_elsewhere_is_read(led):
    presenter, _view, runner = led
    presenter.on_changed(frozenset({"questionnaires"}))
    assert runner.jobs


def test_nothing_is_read_for_a_page_that_is_not_shown(led):
    presenter, _view, runner = led
    presenter.on_left()
    presenter.on_changed(frozenset({"entries"}))
    assert not runner.jobs

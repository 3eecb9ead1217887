"""What the Trends page shows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.app.trends import Choice
from journal.model.panels import item_panel
from journal.model.periods import Period, last_days
from journal.ui.trends.state import Loaded, Span, View, Wanted, build_state, period_of
from tests.support.trends_data import LAST, SYMPTOM, trends, weeks

FIRST = LAST - timedelta(days=400)


def loaded(data, **changes):
    made = Loaded(data.period, LAST, FIRST, LAST, (Choice("nightmares", "Nightmares", "Nights"),), None, data)
    return replace(made, **changes)


@pytest.mark.parametrize(("span", "days"), [(Span.WEEKS, 28), (Span.MONTHS, 90), (Span.YEAR, 365), (Span.ALL, 401)])
def test_each_span_ends_today(span, days):
    assert period_of(Wanted(span), LAST, FIRST, LAST) == last_days(LAST, days)


def test_all_days_end_with_the_last_entry_however_long_ago():
    assert period_of(Wanted(Span.ALL), LAST, FIRST, FIRST + timedelta(days=90)).length_days == 91
    assert period_of(Wanted(Span.ALL), LAST, LAST, LAST).length_days == 7


def test_all_of_an_empty_journal_is_four_weeks():
    assert period_of(Wanted(Span.ALL), LAST, None, None).length_days == 28


def test_own_dates_are_taken_as_they_are():
    own = Period(date(2026, 1, 1), date(2026, 1, 5))
    assert period_of(Wanted(Span.OWN, own=own), LAST, FIRST, LAST) == own


def test_a_moved_view_ends_where_it_was_moved_to():
    assert period_of(Wanted(Span.WEEKS, ends=date(2026, 5, 1)), LAST, FIRST, LAST).last == date(2026, 5, 1)


def test_each_chart_has_its_sentence():
    data = trends(3, 28, life=2)
    state = build_state(Wanted(), loaded(data))
    assert [sentence.split(",")[0] for sentence in state.sentences] == [p.label for p in data.ordered()]


def test_an_empty_journal_says_what_to_do():
    data = replace(trends(0, 28), panels=())
    state = build_state(Wanted(), loaded(data, first_day=None, last_day=None))
    assert "Nothing is logged yet" in state.empty
    assert state.shown is None
    assert not state.go_to_last


def test_empty_days_name_the_last_entry_and_offer_to_go_there():
    data = replace(trends(0, 28), panels=(item_panel("x", "X", SYMPTOM, {}),))
    state = build_state(Wanted(), loaded(data, last_day=date(2026, 1, 9)))
    assert "9 Jan 2026" in state.empty
    assert state.go_to_last


def test_items_without_answers_point_to_the_choice():
    data = replace(trends(0, 28), panels=(item_panel("x", "X", SYMPTOM, {}),))
    assert "Items" in build_state(Wanted(), loaded(data)).empty


def test_comparison_is_explained_only_when_it_is_on():
    data = trends(1, 28)
    assert not any("expected anyway" in note for note in build_state(Wanted(), loaded(data)).notes)
    assert any("expected anyway" in note for note in build_state(Wanted(compare=True), loaded(data)).notes)


def test_long_views_say_that_dots_are_weeks():
    for days, said in ((365, False), (900, True)):
        notes = build_state(Wanted(Span.ALL), loaded(trends(1, days))).notes
        assert any("week" in note and "middle" in note for note in notes) is said


def test_the_average_symptom_rating_says_what_it_is():
    assert any("not a test score" in note for note in build_state(Wanted(), loaded(trends(1, 28, load=True))).notes)


def test_one_can_move_between_the_first_entry_and_today():
    state = build_state(Wanted(), loaded(trends(1, 28)))
    assert (state.can_go_earlier, state.can_go_later) == (True, False)
    state = build_state(Wanted(), loaded(trends(1, 28), first_day=LAST, today=LAST + timedelta(days=3)))
    assert (state.can_go_earlier, state.can_go_later) == (False, True)


def test_the_typical_week_has_its_own_sentences():
    state = build_state(Wanted(view=View.WEEK), loaded(trends(2, 28), weeks=weeks(2)))
    assert all("typical week" in sentence for sentence in state.sentences)
    assert state.shown == weeks(2)

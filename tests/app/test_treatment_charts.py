"""The charts since a session and around a day, read from a journal."""

from datetime import date, timedelta

import pytest

from journal.app.treatment_charts import around_chart, events, since_chart
from journal.model.errors import UnknownItem
from journal.model.figures import Withheld
from tests.support.journals import make_journal


@pytest.fixture
def blank(tmp_path):
    journal, _clock = make_journal(tmp_path / "journal")
    yield journal
    journal.close()


def test_the_first_sessions_stand_until_others_are_chosen(sample):
    first = since_chart(sample, "load", None, hours=False)
    assert first.of == first.choices[0]
    last = first.choices[-1]
    assert since_chart(sample, "load", (last.kind, last.course_id), hours=False).of == last


def test_sessions_that_are_gone_give_way_to_the_first(sample):
    found = since_chart(sample, "load", ("ketamine_iv", "gone"), hours=False)
    assert found.of == found.choices[0]


def test_therapy_beside_therapy_is_not_compared(sample):
    choices = since_chart(sample, "load", None, hours=False).choices
    found = {each.kind: since_chart(sample, "load", (each.kind, each.course_id), hours=False) for each in choices}
    assert found["ketamine_iv"].therapy is not None
    assert all(read.therapy is None for kind, read in found.items() if kind.startswith(("integration", "psycho")))


def test_no_session_is_no_chart(blank):
    found = since_chart(blank, "load", None, hours=False)
    assert (found.choices, found.chart) == ((), None)


def test_days_to_look_around_are_markers_courses_and_doses(sample):
    keys = [event.key.split(":")[0] for event in events(sample)]
    assert {"marker", "course", "dose"} == set(keys)
    days = [event.day for event in events(sample)]
    assert days == sorted(days, reverse=True)


def test_each_day_to_look_around_has_a_key_of_its_own(sample):
    keys = [event.key for event in events(sample)]
    assert len(set(keys)) == len(keys)


def test_around_a_day_there_are_the_values_of_both_sides(sample):
    chart = around_chart(sample, "low_mood", date(2026, 9, 14), 14)
    first, last = date(2026, 8, 31).toordinal(), date(2026, 9, 27).toordinal()
    assert first <= chart.days[0] < chart.days[-1] <= last
    assert len(chart.days) == chart.found.before.n + chart.found.after.n


def test_too_few_days_are_withheld(sample):
    today = sample.today()
    chart = around_chart(sample, "low_mood", today - timedelta(days=1), 14)
    assert chart.found.withheld is Withheld.TOO_FEW_DAYS
    assert chart.found.nap is None


def test_an_unknown_item_is_an_error(sample):
    with pytest.raises(UnknownItem):
        around_chart(sample, "nonsense", date(2026, 9, 14), 14)

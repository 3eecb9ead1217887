"""How many a month, and what became of doses: only what was written down, whole months apart from others."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.intake_counts import IntakeCounts, intake_counts, month_counts, per_month
from journal.model.medicines import Intake, Taken
from journal.model.periods import Period

INTAKES = st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sampled_from(Taken)), max_size=40)
DAYS = st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.dates(date(2026, 1, 1), date(2026, 12, 31)))


def intake(day, taken=Taken.TAKEN):
    return Intake(f"i{day}{taken}", "m", taken, 0, 0, day)


def test_taken_holds_those_taken_later_and_more_than_planned():
    found = intake_counts([intake(date(2026, 3, 1), taken) for taken in (*Taken, Taken.TAKEN)])
    assert found == IntakeCounts(taken=4, not_taken=1, later=1, extra=1)


def test_a_month_that_is_not_whole_is_not_in_the_mean():
    days = Period(date(2026, 1, 20), date(2026, 3, 31))
    doses = [intake(date(2026, 1, 25)), *(intake(date(2026, 2, number)) for number in range(1, 5))]
    found = per_month(doses, days)
    assert [(month.month.month, month.doses, month.complete) for month in found.months] == [
        (1, 1, False),
        (2, 4, True),
        (3, 0, True),
    ]
    assert (found.n_months, found.mean) == (2, 2.0)


def test_without_a_whole_month_there_is_no_mean():
    found = per_month([intake(date(2026, 1, 5))], Period(date(2026, 1, 2), date(2026, 1, 31)))
    assert (found.n_months, found.mean) == (0, None)
    assert found.as_json() == {
        "mean": None,
        "n_months": 0,
        "months": [{"month": "2026-01", "doses": 1, "complete": False}],
    }


def test_a_dose_that_was_not_taken_is_not_counted():
    days = Period(date(2026, 1, 1), date(2026, 1, 31))
    assert per_month([intake(date(2026, 1, 5), Taken.NOT_TAKEN)], days).mean == 0.0


def test_february_and_a_turn_of_the_year_are_whole_months():
    days = Period(date(2027, 12, 1), date(2028, 2, 29))
    assert [month.complete for month in month_counts([], days)] == [True, True, True]
    assert [month.complete for month in month_counts([], Period(days.first, date(2028, 2, 28)))] == [True, True, False]


def test_the_last_month_of_the_calendar_has_none_after_it():
    assert [month.month for month in month_counts([], Period(date(9999, 11, 30), date.max))] == [
        date(9999, 11, 1),
        date(9999, 12, 1),
    ]


@settings(max_examples=100, deadline=None)
@given(INTAKES, DAYS)
def test_months_hold_every_dose_taken_in_the_days_once(rows, ends):
    days = Period(min(ends), max(ends))
    found = month_counts([intake(*row) for row in rows], days)
    assert sum(month.doses for month in found) == sum(
        day in days and taken is not Taken.NOT_TAKEN for day, taken in rows
    )
    assert [month.month for month in found] == sorted({day.replace(day=1) for day in days.days()})

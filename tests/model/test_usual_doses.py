"""The usual dose, seen in single doses: a dose that is another once is no change."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from journal.model.usual_doses import DosesOfDay, usual_doses

FIRST = date(2026, 3, 1)


def days(*amounts: float | tuple[float, ...] | None, due: dict[int, set[int]] | None = None) -> dict[date, DosesOfDay]:
    """A day for each: its amount, or amounts."""
    found = {}
    for number, told in enumerate(amounts):
        day = found[FIRST + timedelta(days=number)] = DosesOfDay()
        for amount in told if isinstance(told, tuple) else (told,):
            day.add(amount, None)
        day.due |= (due or {}).get(number, set())
    return found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (days(), []),
        (days(None, None), []),
        (days(50), [(0, 50)]),
        (days(50, 50, 50, 100, 100, 100), [(0, 50), (3, 100)]),
        (days(50, 50, 50, 100, 50, 50), [(0, 50)]),
        (days(25, 50, 50, 50), [(0, 25), (1, 50)]),
        (days(50, 100, 100), [(0, 50)]),
        (days(50, 50, 50, None, 100, None, 100, 100), [(0, 50), (4, 100)]),
        (days(50, 50, 50, 100, 100, 100, 50, 50, 50), [(0, 50), (3, 100), (6, 50)]),
        (days((1, 1, 2), (1, 1), (1, 2, 1)), [(0, 1)]),
        (days(0, 0, 0, 5, 5, 5), [(0, 0), (3, 5)]),
    ],
)
def test_an_amount_is_usual_where_it_stands_on_three_days_in_a_row(told, found):
    assert [((dose.since - FIRST).days, dose.amount) for dose in usual_doses(told)] == found


def test_a_planned_minute_is_usual_on_half_of_the_days():
    told = days(50, 50, 50, 50, due={0: {480, 1200}, 1: {480}, 2: {480, 1200}, 3: {481}})
    assert usual_doses(told)[0].times == (480, 1200)


def test_each_usual_dose_has_the_times_of_its_own_days():
    told = days(50, 50, 50, 100, 100, 100, due={**{n: {480} for n in range(3)}, **{n: {540} for n in range(3, 6)}})
    assert [dose.times for dose in usual_doses(told)] == [(480,), (540,)]


def test_the_day_on_which_it_became_usual_is_told():
    assert usual_doses(days(50, 50, 50, 50))[0].stood == FIRST + timedelta(days=2)

"""The line before an appointment: in the last days, once put aside not again for that one."""

from datetime import timedelta

import pytest

from journal.app.appointments import add_appointment
from journal.app.coming_appointment import set_line_aside, soon


@pytest.mark.parametrize(("days", "there"), [(-1, False), (0, True), (3, True), (4, False)])
def test_it_is_there_on_the_day_and_three_days_before(opened, days, there):
    journal = opened[0]
    made = add_appointment(journal, journal.today() + timedelta(days=days))
    assert soon(journal) == (made if there else None)


def test_put_aside_it_is_back_only_for_another_appointment(opened):
    journal, clock = opened
    add_appointment(journal, journal.today())
    set_line_aside(journal)
    assert soon(journal) is None
    other = add_appointment(journal, journal.today() + timedelta(days=2))
    clock.forward(24 * 60)
    assert soon(journal) == other

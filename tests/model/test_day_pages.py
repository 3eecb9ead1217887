from datetime import date

from journal.model.day_pages import ChangeKind, medicine_changes
from journal.model.medicines import DoseLevel, Medicine

FIRST, NEXT, LAST = date(2026, 9, 1), date(2026, 10, 3), date(2026, 11, 20)
LEVELS = (DoseLevel("a", FIRST, 50.0), DoseLevel("b", NEXT, 100.0))
SERTRALINE = Medicine("m", "Sertraline", "mg", FIRST, levels=LEVELS, stopped_on=LAST)


def told(day):
    return [
        (change.kind, change.before and change.before.amount, change.level and change.level.amount)
        for change in medicine_changes([SERTRALINE], day)
    ]


def test_a_medicine_begins_changes_and_ends():
    assert told(FIRST) == [(ChangeKind.BEGUN, None, 50.0)]
    assert told(NEXT) == [(ChangeKind.CHANGED, 50.0, 100.0)]
    assert told(LAST) == [(ChangeKind.STOPPED, 100.0, None)]


def test_other_days_tell_of_nothing():
    assert told(date(2026, 10, 4)) == []

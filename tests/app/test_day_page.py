from datetime import date, datetime

from journal.app import check_ins, intakes, markers, medicines, sessions
from journal.app.day_page import day_page
from journal.model.day_pages import ChangeKind

DAY = date(2026, 10, 20)


def at(hour):
    return datetime(2026, 10, 20, hour)


def test_a_day_holds_all_that_was_written_down_for_it_and_nothing_else(opened):
    journal, _clock = opened
    medicine = medicines.add_medicine(journal, "Sertraline", unit="mg", start=DAY, dose=50, times=(480,))
    entry = check_ins.log(journal, {"anxiety": 1}, at=at(12))
    check_ins.log(journal, {"anxiety": 2}, at=datetime(2026, 10, 21, 12))
    session = sessions.add_session(journal, "pe", at(11))
    dose = intakes.take(journal, medicine.id, due_min=480, day=DAY)
    marker = markers.add_marker(journal, DAY, "Moved")
    page = day_page(journal, DAY)
    assert [each.id for each in page.entries] == [entry.id]
    assert {each.id for each in page.records} == {session.id, dose.id, marker.id}
    assert [change.kind for change in page.changes] == [ChangeKind.BEGUN]
    assert page.summary.check_ins == 1


def test_a_check_in_can_be_added_to_days_that_have_come(opened):
    journal, _clock = opened
    assert day_page(journal, DAY).can_add
    assert day_page(journal, journal.today()).can_add
    assert not day_page(journal, date(2026, 10, 30)).can_add


def test_an_empty_day_has_no_summary(opened):
    assert day_page(opened[0], DAY).summary is None

from datetime import date, datetime

import pytest

from journal.app import check_ins, history, intakes, markers, medicines, practices, questionnaires, sessions
from journal.app.day_calendar import DaySummary, calendar_days, habits, summaries
from journal.model.calendars import CalendarView
from journal.model.periods import Period
from journal.model.practices import PracticeKind

DAY, MONTH = date(2026, 10, 20), Period(date(2026, 10, 1), date(2026, 10, 31))
SYMPTOMS = ("flashbacks", "low_mood", "guilt", "numb", "anxiety", "irritability")


def at(hour):
    return datetime(2026, 10, 20, hour)


def test_a_day_with_nothing_has_no_summary(journal):
    assert summaries(journal, MONTH) == {}


def test_everything_of_a_day_is_counted(journal):
    check_ins.log(journal, dict.fromkeys(SYMPTOMS, 2), at=at(9), note="a long walk")
    check_ins.log(journal, dict.fromkeys(SYMPTOMS, 3), at=at(21))
    sessions.add_session(journal, "pe", at(11))
    practices.add_practice(journal, next(iter(PracticeKind)), at=at(12), minutes=20)
    markers.add_marker(journal, DAY, "Moved", "to the sea")
    questionnaires.save_total(journal, "ISI", 14, DAY)
    medicine = medicines.add_medicine(journal, "Sertraline", unit="mg", start=DAY, dose=50)
    intakes.take(journal, medicine.id, at=at(8))
    found = summaries(journal, MONTH)
    assert set(found) == {DAY}
    assert found[DAY] == DaySummary(
        DAY,
        check_ins=2,
        load=pytest.approx((2 * 24 + 3 * 12) / 36),
        sessions=1,
        doses=1,
        medicine_changes=1,
        questionnaires=1,
        practices=1,
        markers=1,
        notes=2,
    )


def test_a_day_with_few_answers_has_no_average(journal):
    check_ins.log(journal, {"flashbacks": 4}, at=at(9))
    assert summaries(journal, MONTH)[DAY].load is None


def test_what_was_deleted_is_not_counted(journal):
    entry = check_ins.log(journal, {"flashbacks": 4}, at=at(9))
    history.delete(journal, entry.id)
    assert summaries(journal, MONTH) == {}


def test_a_dose_change_and_a_last_day_count_where_they_stand(journal):
    medicine = medicines.add_medicine(journal, "Sertraline", unit="mg", start=date(2026, 9, 1), dose=50)
    medicines.change_dose(journal, medicine.id, date(2026, 10, 5), dose=100)
    medicines.stop_medicine(journal, medicine.id, date(2026, 10, 9))
    found = summaries(journal, MONTH)
    assert {day.day: summary.medicine_changes for day, summary in found.items()} == {5: 1, 9: 1}


def test_other_months_take_no_part(journal):
    markers.add_marker(journal, date(2026, 9, 30), "Before")
    markers.add_marker(journal, date(2026, 11, 1), "After")
    assert calendar_days(journal, DAY).summaries == {}


def test_the_calendar_is_a_month_that_begins_as_in_the_region(journal, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert habits(journal).first_weekday == 6
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert habits(journal).first_weekday == 0
    assert habits(journal).view is CalendarView.MONTH


def test_a_weekday_and_a_view_of_ones_own_go_first(journal, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    journal.put_setting("first_weekday", 5)
    journal.put_setting("history_view", "two_weeks")
    assert (habits(journal).first_weekday, habits(journal).view) == (5, CalendarView.TWO_WEEKS)
    assert len(calendar_days(journal, DAY).grid.weeks) == 2


@pytest.mark.parametrize(("weekday", "view"), [(-1, "year"), (7, ""), ("monday", 3), (None, None), (True, "MONTH")])
def test_a_setting_that_means_nothing_is_as_none(journal, monkeypatch, weekday, view):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    journal.put_setting("first_weekday", weekday)
    journal.put_setting("history_view", view)
    assert (habits(journal).first_weekday, habits(journal).view) == (0, CalendarView.MONTH)

"""The medicines of a report: usual dose, dated changes, what was written down."""

from dataclasses import replace
from datetime import date

from journal.model.dose_steps import DoseChange
from journal.model.intake_counts import IntakeCounts, MonthCount, PerMonth
from journal.report.current import current_treatment
from journal.report.medicines import all_medicines, front_medicines, line
from journal.report.treatment_data import ReportCourse, ReportMedicine, Treatment
from tests.support.report_data import period_of
from tests.support.report_pages import WORDS
from tests.support.report_treatment import medicine

REGULAR = medicine("Sertraline", period_of())
NEEDED = medicine("Prazosin", period_of(), (1.0,), as_needed=True)


def text(known: ReportMedicine, changes=3) -> str:
    return line(known, WORDS, changes=changes)["text"]


def test_a_regular_medicine_tells_its_dose_its_change_and_what_was_written_down():
    assert text(REGULAR) == (
        "100 mg, 1 time a day. 31 Aug: 50 → 100 mg. Written down: taken 76 (7 of them later), not taken 2."
    )


def test_a_medicine_as_needed_tells_how_many_a_month_and_of_how_many_months():
    assert text(NEEDED) == "1 mg as needed. 4 a month (2 whole months): Aug 4, Sept 4, Oct 4 (part)."


def test_without_a_whole_month_no_mean_is_printed():
    cut = replace(NEEDED, per_month=PerMonth((MonthCount(date(2026, 10, 1), 3, complete=False),)))
    assert text(cut) == "1 mg as needed. Doses: Oct 3 (part)."


def test_doses_that_nobody_wrote_down_are_not_counted_as_none_taken():
    assert text(replace(REGULAR, changes=(), counts=IntakeCounts())) == "100 mg, 1 time a day."


def test_a_stop_is_a_stop_and_a_dose_of_nothing_is_a_dose():
    changes = (DoseChange(date(2026, 9, 1), 50, 0, 1, 1), DoseChange(date(2026, 10, 1), 0, None, 1, 0))
    stopped = replace(REGULAR, level=None, changes=changes, counts=IntakeCounts())
    assert text(stopped) == "1 Sept: 50 → 0 mg, 1 Oct: stopped."


def test_of_many_changes_the_last_stand_on_page_one_and_all_of_them_later():
    tapering = medicine("Venlafaxine", period_of(), tuple(range(150, 0, -15)))
    told = Treatment(medicines=(tapering,))
    assert "6 earlier changes" in front_medicines(told, WORDS)["lines"][0]["text"]
    assert all_medicines(told, WORDS)["lines"][0]["text"].count("→") == 9


def test_two_medicines_with_a_change_or_two_need_no_later_list():
    assert all_medicines(Treatment(medicines=(REGULAR, NEEDED)), WORDS) is None


def test_more_medicines_than_page_one_holds_are_counted():
    told = Treatment(medicines=(REGULAR, NEEDED) * 3)
    found = front_medicines(told, WORDS)
    assert (len(found["lines"]), found["more"]) == (4, "2 more on a later page")
    assert len(all_medicines(told, WORDS)["lines"]) == 6


def test_the_current_treatment_is_one_line():
    course = ReportCourse("Ketamine infusion", date(2026, 6, 29), 11, 12, date(2026, 10, 28))
    said = current_treatment(Treatment(courses=(course,), medicines=(REGULAR, NEEDED)), WORDS)
    assert said == (
        "Treatment: Ketamine infusion, 11 of 12 sessions, last on 28 Oct; Sertraline 100 mg, 1 time a day; "
        "Prazosin 1 mg as needed."
    )


def test_a_course_beyond_its_plan_is_not_told_as_more_than_all():
    course = ReportCourse("PE", date(2026, 6, 29), 14, 12)
    assert current_treatment(Treatment(courses=(course,)), WORDS) == "Treatment: PE, 14 sessions."


def test_what_was_stopped_is_no_current_treatment():
    assert current_treatment(Treatment(medicines=(replace(REGULAR, level=None),)), WORDS) == ""

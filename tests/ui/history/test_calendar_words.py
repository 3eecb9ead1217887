from datetime import date

from journal.app.day_calendar import CalendarDays, DaySummary
from journal.model.calendars import CalendarView, grid_of
from journal.ui.history.calendar_state import COUNTS, Cell, Sign, build_state, signs_of
from journal.ui.history.calendar_words import cell_words, day_parts, said_one_by_one, sign_words, step_words, title

DAY = date(2026, 11, 18)
FULL = DaySummary(DAY, 2, 1.84, 1, 3, 1, 1, 2, 1, 1, 1, 4)


def cell(summary=None, today=False):
    days = CalendarDays(grid_of(DAY, CalendarView.MONTH, 0), DAY if today else date(2026, 11, 30), {DAY: summary})
    days = days if summary else CalendarDays(days.grid, days.today)
    cells = [each for week in build_state(days, DAY).weeks for each in week if each is not None]
    return next(each for each in cells if each.day == DAY)


def test_a_plain_day_is_its_date_and_nothing_more():
    assert cell_words(cell()) == "Wednesday, 18 November 2026"
    assert cell() == Cell(DAY)


def test_everything_of_a_day_is_said():
    assert cell_words(cell(FULL, today=True)) == (
        "Wednesday, 18 November 2026. Today. 2 check-ins. Average symptom rating 1.8 of 4. 1 session. "
        "1 change of a medicine. 3 doses. 1 questionnaire. 2 practices. 1 calm moment. 1 appointment. 1 marker. 4 notes"
    )


def test_a_bar_is_as_high_as_the_average_and_has_its_number():
    shown = cell(DaySummary(DAY, 1, 3.0))
    assert (shown.load, shown.load_text) == (0.75, "3.0")
    assert cell(DaySummary(DAY, 1)).load is None


def test_a_rating_of_nothing_is_a_rating():
    shown = cell(DaySummary(DAY, 1, 0.0))
    assert (shown.load, shown.load_text) == (0.0, "0.0")
    assert "Average symptom rating 0.0 of 4" in day_parts(shown.summary)


def test_each_sign_stands_for_one_thing():
    assert signs_of(FULL) == tuple(Sign)
    assert signs_of(DaySummary(DAY, 3, 2.0)) == ()
    assert len(set(sign_words().values())) == len(COUNTS) == len(Sign)


def test_what_is_shown_is_named():
    month = CalendarDays(grid_of(DAY, CalendarView.MONTH, 0), DAY)
    weeks = CalendarDays(grid_of(DAY, CalendarView.TWO_WEEKS, 0), DAY)
    assert title(month) == "November 2026"
    assert title(weeks) == "9\u201322 Nov 2026"
    assert step_words(CalendarView.WEEK) == ("Previous week", "Next week", "This week")


def test_a_date_that_ends_with_a_stop_gets_no_second():
    assert said_one_by_one(["22 листопада 2026 р.", "Сьогодні", "1"]) == "22 листопада 2026 р. Сьогодні. 1"

from datetime import date

from journal.app import courses, forms, medicines, sessions
from journal.app.forms import SectionKind


def body_open(journal, day=None):
    form = forms.form(journal, day=day)
    return next(section.open for section in form.sections if section.kind is SectionKind.BODY)


def test_the_body_is_one_line_where_there_is_no_treatment(journal):
    assert not body_open(journal)


def test_it_stands_open_while_a_course_is_open(journal):
    course = courses.add_course(journal, "emdr", date(2026, 10, 1))
    assert body_open(journal)
    courses.end_course(journal, course.id, date(2026, 10, 20))
    assert not body_open(journal)
    assert body_open(journal, date(2026, 10, 20))


def test_it_stands_open_while_a_medicine_is_taken_and_28_days_after_it_was_stopped(opened):
    journal, clock = opened
    medicine = medicines.add_medicine(journal, "Sertraline", unit="mg", start=date(2026, 1, 1), dose=50)
    assert body_open(journal)
    medicines.stop_medicine(journal, medicine.id, date(2026, 10, 10))
    clock.set("2026-11-07T12:00")
    assert body_open(journal)
    clock.set("2026-11-08T12:00")
    assert not body_open(journal)


def test_it_stands_open_for_72_hours_after_a_session(opened):
    journal, clock = opened
    clock.set("2026-10-26T12:00")
    sessions.begin_session(journal, "ketamine_iv")
    clock.set("2026-10-29T12:00")
    assert body_open(journal)
    clock.set("2026-10-29T12:01")
    assert not body_open(journal)


def test_hidden_stays_hidden_whatever_goes_on(journal):
    courses.add_course(journal, "ketamine_iv", date(2026, 10, 1))
    journal.put_setting("body_shown", "hidden")
    assert SectionKind.BODY not in [section.kind for section in forms.form(journal).sections]

from datetime import date, datetime

from journal.app import check_ins, courses, forms, history, monthly_look
from journal.app.forms import SectionKind
from journal.app.summaries import summary
from journal.model.entries import EntryKind
from journal.model.periods import Period


def look(journal):
    return forms.form(journal, kind=EntryKind.MONTHLY)


def answered(journal, **values):
    form = look(journal)
    for key, value in values.items():
        entry = check_ins.answer(journal, form.key, journal.item(key), value)
    return entry


def test_it_is_offered_while_a_ketamine_course_is_open_and_not_before(opened):
    journal, _clock = opened
    assert not monthly_look.monthly_look_due(journal)
    course = courses.add_course(journal, "ketamine_iv", date(2026, 10, 1))
    assert monthly_look.monthly_look_due(journal)
    courses.end_course(journal, course.id, date(2026, 10, 20))
    assert not monthly_look.monthly_look_due(journal)


def test_it_comes_back_after_28_days(opened):
    journal, clock = opened
    courses.add_course(journal, "esketamine", date(2026, 10, 1))
    answered(journal, urgency=1)
    assert not monthly_look.monthly_look_due(journal)
    clock.set("2026-11-25T12:00")
    assert not monthly_look.monthly_look_due(journal)
    clock.set("2026-11-26T12:00")
    assert monthly_look.monthly_look_due(journal)


def test_not_this_month_and_never_are_both_possible(opened):
    journal, clock = opened
    courses.add_course(journal, "esketamine", date(2026, 10, 1))
    monthly_look.set_month_aside(journal)
    assert not monthly_look.monthly_look_due(journal)
    clock.set("2026-11-26T12:00")
    assert monthly_look.monthly_look_due(journal)
    journal.put_setting("monthly_look", False)
    assert not monthly_look.monthly_look_due(journal)


def test_it_asks_what_the_catalogue_has_for_a_month_and_nothing_else(opened):
    (section,) = look(opened[0]).sections
    assert section.kind is SectionKind.MONTH
    assert [item.key for item in section.items] == [
        "urination_pain", "urgency", "frequent_urination", "blood_in_urine", "craving",
        "extra_doses", "home_systolic", "home_diastolic", "weight",
    ]  # fmt: skip


def test_no_check_in_asks_what_belongs_to_the_month(opened):
    journal, _clock = opened
    answered(journal, urgency=2)
    keys = {item.key for section in forms.form(journal).sections for item in section.items}
    assert not keys & {"urgency", "craving", "weight"}


def test_it_is_about_four_weeks_and_shortens_no_window(opened):
    journal, clock = opened
    clock.set("2026-10-29T08:00")
    check_ins.answer(journal, check_ins.new_key(), journal.item("anxiety"), 1)
    clock.set("2026-10-29T12:00")
    entry = answered(journal, urgency=2, weight=71.3)
    assert (entry.kind, entry.covers_min) == (EntryKind.MONTHLY, 28 * 24 * 60)
    clock.set("2026-10-29T20:00")
    assert forms.form(journal).covers_min == 12 * 60
    moved = history.edit(journal, entry.id, at=datetime.fromisoformat("2026-10-29T11:00"))
    assert moved.covers_min == 28 * 24 * 60


def test_the_last_look_of_a_day_counts(opened):
    journal, clock = opened
    answered(journal, urgency=2)
    clock.forward(30)
    answered(journal, urgency=1)
    day = date(2026, 10, 29)
    assert summary(journal, Period(day, day)).item("urgency").now.mean == 1.0


def test_its_entry_opens_as_a_monthly_look_again(opened):
    journal, _clock = opened
    entry = answered(journal, urgency=2)
    again = forms.form(journal, key=check_ins.CheckInKey(entry.id))
    assert [section.kind for section in again.sections] == [SectionKind.MONTH]


def test_craving_and_extra_doses_stay_out_of_the_report_until_chosen(opened):
    journal, _clock = opened
    assert [item.key for item in look(journal).items if not item.in_report] == ["craving", "extra_doses"]

from __future__ import annotations

from datetime import date

from journal.app import check_ins, forms
from journal.app.forms import SectionKind
from journal.app.items import set_hidden
from journal.app.journal import Journal
from tests.support.journals import ZoneClock

Opened = tuple[Journal, ZoneClock]


def keys(form: forms.CheckInForm) -> set[str]:
    return {item.key for section in form.sections for item in section.items}


def section(form: forms.CheckInForm, kind: SectionKind) -> forms.FormSection | None:
    return next((found for found in form.sections if found.kind is kind), None)


def test_the_default_set_is_asked_and_nothing_else(opened: Opened) -> None:
    journal, _ = opened
    asked = {item.key for item in journal.items() if not item.hidden and item.cluster.value not in ("body",)}
    assert {"nightmares", "flashbacks", "hours_slept", "functioning"} <= asked
    assert "suicidal_thoughts" not in asked
    assert "alcohol" not in asked


def test_night_items_are_asked_once_at_the_first_check_in_after_the_night(opened: Opened) -> None:
    journal, clock = opened
    clock.set("2026-10-29T08:00")
    first = forms.form(journal)
    assert {"nightmares", "sleep_trouble", "hours_slept"} <= keys(first)
    check_ins.answer(journal, first.key, journal.item("nightmares"), 2)
    clock.set("2026-10-29T20:00")
    assert "nightmares" not in keys(forms.form(journal))
    clock.set("2026-10-30T08:00")
    assert "nightmares" in keys(forms.form(journal))


def test_a_night_that_is_not_over_is_not_asked_about(opened: Opened) -> None:
    journal, clock = opened
    clock.set("2026-10-29T03:59")
    assert "nightmares" not in keys(forms.form(journal))


def test_a_late_riser_is_asked_about_the_night_in_the_morning(opened: Opened) -> None:
    journal, clock = opened
    journal.put_setting("day_start_min", 12 * 60)
    clock.set("2026-10-29T09:00")
    form = forms.form(journal)
    assert "nightmares" in keys(form)
    entry = check_ins.answer(journal, form.key, journal.item("nightmares"), 1)
    assert entry.day == date(2026, 10, 28)
    (reading,) = journal.store.entries.readings(date(2026, 10, 29), date(2026, 10, 29))
    assert reading.day == date(2026, 10, 29)


def test_side_effects_are_one_line_until_a_treatment_is_named(opened: Opened) -> None:
    journal, _ = opened
    assert section(forms.form(journal), SectionKind.BODY).open is False
    journal.put_setting("treatments", ["ketamine_iv"])
    assert section(forms.form(journal), SectionKind.BODY).open is True
    journal.put_setting("body_shown", "hidden")
    assert section(forms.form(journal), SectionKind.BODY) is None


def test_the_count_of_nightmares_stands_after_nightmares(opened: Opened) -> None:
    journal, _ = opened
    set_hidden(journal, "nightmares_count", hidden=False)
    symptoms = section(forms.form(journal), SectionKind.SYMPTOMS).items
    order = [item.key for item in symptoms]
    assert order[order.index("nightmares") + 1] == "nightmares_count"


def test_the_safety_item_stands_in_a_section_of_its_own_once_chosen(opened: Opened) -> None:
    journal, _ = opened
    assert section(forms.form(journal), SectionKind.SAFETY) is None
    set_hidden(journal, "suicidal_thoughts", hidden=False)
    assert [item.key for item in section(forms.form(journal), SectionKind.SAFETY).items] == ["suicidal_thoughts"]


def test_just_three_asks_three(opened: Opened) -> None:
    journal, _ = opened
    journal.put_setting("just_three", ["low_mood", "anxiety", "numb"])
    assert keys(forms.form(journal, short=True)) == {"low_mood", "anxiety", "numb"}


def test_another_check_in_is_a_new_one(opened: Opened) -> None:
    journal, _ = opened
    first = forms.form(journal)
    check_ins.answer(journal, first.key, journal.item("anxiety"), 1)
    assert forms.form(journal).key.entry_id == first.key.entry_id
    again = forms.form(journal, another=True)
    assert again.key.entry_id != first.key.entry_id
    assert [entry.id for entry in again.others] == [first.key.entry_id]


def test_an_earlier_day_shows_its_own_entry(opened: Opened) -> None:
    journal, _ = opened
    day = date(2026, 10, 20)
    first = forms.form(journal, day=day)
    assert first.late
    assert first.covers_min == 24 * 60
    check_ins.answer(journal, first.key, journal.item("anxiety"), 1)
    assert forms.form(journal, day=day).entry.id == first.key.entry_id


def test_there_is_no_day_after_today(opened: Opened) -> None:
    journal, _ = opened
    assert forms.neighbours(forms.form(journal)) == (date(2026, 10, 28), None)

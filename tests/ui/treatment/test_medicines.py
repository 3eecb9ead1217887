"""What happens on Treatment with medicines and their doses."""

from datetime import date, time

import pytest

from journal.app import intakes, medicines
from journal.model.medicines import Taken
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Tab
from tests.support.treatment import TODAY, fill_in, form_of, open_form


def test_a_medicine_is_added(journal, place):
    presenter, view, _heard = place
    open_form(presenter, Tab.MEDICINES, Deed(Do.ADD_MEDICINE))
    fill_in(presenter, view, name="Melatonin", dose="0,5", times="22:00", purpose="sleep")
    added = medicines.medicine(journal, "Melatonin")
    assert (added.unit, added.levels[0].amount, added.levels[0].times) == ("mg", 0.5, (1320,))


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({}, {"name", "dose"}),
        ({"name": "A", "dose": "much"}, {"dose"}),
        ({"name": "A", "dose": "1", "times": "at night"}, {"times"}),
        ({"name": "A", "dose": "9999999"}, {"dose"}),
        ({"name": " sertraline ", "dose": "1"}, {"name"}),
    ],
)
def test_a_medicine_that_does_not_fit_is_said_at_its_fields(journal, place, values, wrong):
    presenter, view, _heard = place
    open_form(presenter, Tab.MEDICINES, Deed(Do.ADD_MEDICINE))
    fill_in(presenter, view, **values)
    assert set(form_of(view).problems) == wrong
    assert len(medicines.medicines(journal)) == 2


def test_a_medicine_as_needed_has_no_times(journal, place):
    presenter, view, _heard = place
    open_form(presenter, Tab.MEDICINES, Deed(Do.ADD_MEDICINE))
    fill_in(presenter, view, name="Hydroxyzine", dose="25", when="as-needed", times="never")
    added = medicines.medicine(journal, "Hydroxyzine")
    assert (added.as_needed, added.levels[0].times) == (True, ())


def test_another_dose_holds_from_its_day_and_leaves_what_was(journal, place, filled):
    presenter, view, _heard = place
    open_form(presenter, Tab.MEDICINES, Deed(Do.CHANGE_DOSE, filled.sertraline.id))
    fill_in(presenter, view, dose="")
    assert set(form_of(view).problems) == {"dose"}
    fill_in(presenter, view, on=date(2026, 1, 1), dose="100")
    assert set(form_of(view).problems) == {"on"}
    fill_in(presenter, view, on=date(2026, 10, 20), dose="0", times="8:00")
    levels = medicines.medicine(journal, "Sertraline").levels
    assert [(level.amount, level.times) for level in levels] == [(50.0, (480, 1200)), (0.0, (480,))]


def test_a_typing_mistake_in_a_dose_is_corrected_and_a_change_that_never_was_removed(journal, place, filled):
    changed = medicines.change_dose(journal, filled.sertraline.id, date(2026, 10, 20), dose=1000)
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.SHOW_MEDICINE, filled.sertraline.id))
    presenter.on_press(Deed(Do.CORRECT_DOSE, changed.levels[1].id, filled.sertraline.id))
    fill_in(presenter, view, dose="x")
    assert set(form_of(view).problems) == {"dose"}
    fill_in(presenter, view, dose="100")
    assert medicines.medicine(journal, "Sertraline").levels[1].amount == 100.0
    presenter.on_press(Deed(Do.REMOVE_DOSE, changed.levels[1].id, filled.sertraline.id))
    assert len(medicines.medicine(journal, "Sertraline").levels) == 1


def test_a_medicine_is_changed_stopped_and_taken_up_again(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.SHOW_MEDICINE, filled.sertraline.id))
    presenter.on_press(Deed(Do.CHANGE_MEDICINE, filled.sertraline.id))
    fill_in(presenter, view, name="")
    assert set(form_of(view).problems) == {"name"}
    fill_in(presenter, view, name="Zoloft", purpose="sleep")
    presenter.on_press(Deed(Do.STOP_MEDICINE, filled.sertraline.id))
    fill_in(presenter, view, on=date(2026, 1, 1))
    assert set(form_of(view).problems) == {"on"}
    fill_in(presenter, view, on=date(2026, 10, 20), reason="enough")
    assert medicines.medicine(journal, "Zoloft").stopped_on == date(2026, 10, 20)
    presenter.on_press(Deed(Do.TAKE_UP_AGAIN, filled.sertraline.id))
    fill_in(presenter, view, on=date(2026, 10, 28), dose="25")
    again = medicines.medicine(journal, "Zoloft")
    assert (again.stopped_on, again.level_on(TODAY).amount) == (None, 25.0)
    assert view.state.back is None


def test_taken_counts_at_the_planned_time_and_taken_later_now(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.TAKE, filled.sertraline.id, "taken:480"))
    presenter.on_press(Deed(Do.TAKE, filled.sertraline.id, "later:1200"))
    assert view.announced == ["Sertraline: Taken", "Sertraline: Taken later"]
    logged = intakes.intakes(journal, TODAY, TODAY, filled.sertraline.id)
    assert [(each.taken, f"{each.at:%H:%M}", each.amount) for each in logged] == [
        (Taken.TAKEN, "08:00", 50.0),
        (Taken.LATER, "21:00", 50.0),
    ]


def test_another_answer_takes_the_place_of_the_first(journal, place, filled):
    presenter, _view, _heard = place
    for fate in ("not-taken", "taken"):
        presenter.on_press(Deed(Do.TAKE, filled.sertraline.id, f"{fate}:480"))
    (logged,) = intakes.intakes(journal, TODAY, TODAY, filled.sertraline.id)
    assert (logged.taken, logged.amount) == (Taken.TAKEN, 50.0)


def test_a_medicine_without_times_keeps_one_answer_a_day(journal, place):
    presenter, _view, _heard = place
    plain = medicines.add_medicine(journal, "Vitamin", unit="", start=TODAY, dose=1)
    for fate in ("not-taken", "taken"):
        presenter.on_press(Deed(Do.TAKE, plain.id, f"{fate}:"))
    (logged,) = intakes.intakes(journal, TODAY, TODAY, plain.id)
    assert (logged.taken, logged.amount) == (Taken.TAKEN, 1.0)


def test_a_dose_as_needed_is_taken_changed_and_undone(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.TAKE, filled.prazosin.id, Taken.TAKEN))
    (logged,) = intakes.intakes(journal, TODAY, TODAY, filled.prazosin.id)
    presenter.on_press(Deed(Do.CHANGE_INTAKE, logged.id))
    fill_in(presenter, view, time=time(23, 30))
    assert set(form_of(view).problems) == {"time"}
    fill_in(presenter, view, time=time(20, 40), amount="x")
    assert set(form_of(view).problems) == {"amount"}
    fill_in(presenter, view, time=time(20, 40), amount="2")
    changed = intakes.intake(journal, logged.id)
    assert (f"{changed.at:%H:%M}", changed.amount) == ("20:40", 2.0)
    presenter.on_press(Deed(Do.UNDO_INTAKE, logged.id))
    assert intakes.intakes(journal, TODAY, TODAY, filled.prazosin.id) == []


def test_more_than_planned_is_one_press(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.TAKE_EXTRA, filled.sertraline.id))
    lines = [row.lines for card in view.state.cards for row in card.rows if row.title == "Sertraline"]
    assert lines == [("More than planned: 50 mg at 21:00",)]


def test_a_dose_from_before_is_logged_on_its_day(journal, place, filled):
    presenter, view, _heard = place
    presenter.on_press(Deed(Do.SHOW_MEDICINE, filled.prazosin.id))
    presenter.on_press(Deed(Do.ADD_INTAKE, filled.prazosin.id))
    fill_in(presenter, view, day=date(2026, 10, 20), time=time(22, 0))
    (logged,) = intakes.intakes(journal, date(2026, 10, 20), date(2026, 10, 20))
    assert logged.amount == 1.0

"""The cards of medicines: today's doses, the list, and one medicine opened. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.model.medicines import Intake, Medicine, Taken
from journal.texts.translation import _, pgettext
from journal.texts.treatments import taken_text
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Loaded, Place
from journal.ui.treatment.medicine_words import (
    intake_line,
    level_line,
    logged_line,
    minute_text,
    months_line,
    quantity,
    stopped_line,
    usual_line,
)
from journal.ui.treatment.parts import CardState, Press, Row, Weight
from journal.ui.treatment.presses import change, delete, more_press

if TYPE_CHECKING:
    from journal.app.intakes import AsNeeded, PlannedDose

FATES = (Taken.TAKEN, Taken.LATER, Taken.NOT_TAKEN)
"""The answers to a planned dose, each with one press."""


def medicines_cards(loaded: Loaded, place: Place) -> tuple[CardState, ...]:
    """Today's doses, the current medicines, and the stopped ones folded."""
    current = [each for each in loaded.medicines if each.stopped_on is None or each.stopped_on >= loaded.today]
    stopped = [each for each in loaded.medicines if each not in current]
    doses = (doses_card(loaded),) if has_doses(loaded) else ()
    ended = (_stopped(stopped, loaded, shown=place.ended_shown),) if stopped else ()
    return (*doses, _list(current, loaded), *ended)


def has_doses(loaded: Loaded) -> bool:
    """Whether there is a dose to answer or to take today."""
    doses = loaded.doses
    return doses is not None and bool(doses.planned or doses.as_needed or doses.extra)


def doses_card(loaded: Loaded) -> CardState:
    """Today's planned doses, medicines as needed, and what was more than planned."""
    if loaded.doses is None:
        return CardState("doses", _("Today’s doses"))
    planned = tuple(_planned(dose) for dose in loaded.doses.planned)
    needed = tuple(row for each in loaded.doses.as_needed for row in _needed(each))
    extra = tuple(row for intake in loaded.doses.extra if (row := _extra(intake, loaded)))
    more = _more_than_planned(loaded.doses.planned)
    return CardState("doses", _("Today’s doses"), rows=(*planned, *extra, *needed), presses=more)


def medicine_cards(medicine: Medicine, loaded: Loaded, place: Place) -> tuple[CardState, ...]:
    """One medicine: what it is, its doses over time, how many a month, and the doses logged last."""
    return (_summary(medicine, loaded), _levels(medicine), *_months(medicine, loaded), _logged(medicine, loaded, place))


def list_card(loaded: Loaded) -> CardState:
    """The current medicines as they stand on the printed list."""
    current = sorted(
        (each for each in loaded.medicines if each.taken_on(loaded.today)),
        key=lambda each: (each.as_needed, each.name.casefold()),
    )
    rows = tuple(Row(each.id, each.name, (usual_line(each, loaded.today),)) for each in current)
    words = () if rows else (_("No medicine stands in the list on this day."),)
    return CardState("list", words=words, rows=rows)


def _list(current: list[Medicine], loaded: Loaded) -> CardState:
    words = (
        () if current else (_("Medicines with their doses can stand here, regular ones and those taken as needed."),)
    )
    rows = tuple(_row(medicine, loaded) for medicine in current)
    add = Press(_("Add a medicine"), Deed(Do.ADD_MEDICINE), Weight.QUIET if current else Weight.PRIMARY)
    listing = Press(_("List to print or save"), Deed(Do.SHOW_LIST))
    checks = _("Leeward checks no doses and no interactions. Ask your prescriber or pharmacist.")
    return CardState("medicines", _("Medicines"), words, rows, (add, listing) if current else (add,), foot=checks)


def _row(medicine: Medicine, loaded: Loaded) -> Row:
    counted = months_line(loaded.months.get(medicine.id, ())) if medicine.as_needed else ""
    months = _("How many a month: {months}").format(months=counted) if counted else ""
    lines = tuple(line for line in (usual_line(medicine, loaded.today), stopped_line(medicine), months) if line)
    dose = Press(_("Change the dose"), Deed(Do.CHANGE_DOSE, medicine.id), Weight.TEXT, medicine.name)
    stop = Press(pgettext("a medicine", "Stop"), Deed(Do.STOP_MEDICINE, medicine.id), Weight.TEXT, medicine.name)
    presses = (dose, stop) if medicine.stopped_on is None else ()
    return Row(medicine.id, medicine.name, lines, presses, Deed(Do.SHOW_MEDICINE, medicine.id))


def _stopped(stopped: list[Medicine], loaded: Loaded, *, shown: bool) -> CardState:
    words = _("Hide them") if shown else _("Show them")
    fold = Press(words, Deed(Do.SHOW_ENDED), Weight.TEXT, _("Stopped medicines"), opened=shown)
    rows = tuple(
        Row(
            each.id,
            each.name,
            tuple(line for line in (usual_line(each, loaded.today), stopped_line(each)) if line),
            opens=Deed(Do.SHOW_MEDICINE, each.id),
        )
        for each in stopped
    )
    names = () if shown else (", ".join(each.name for each in stopped),)
    return CardState("stopped", _("Stopped medicines"), names, rows if shown else (), (fold,))


def _more_than_planned(planned: tuple[PlannedDose, ...]) -> tuple[Press, ...]:
    """A dose beyond the plan: the usual one of a medicine, with one press where there is only one."""
    named = {dose.medicine.id: dose for dose in planned}
    choices = tuple(
        (f"{dose.medicine.name} {quantity(dose.level.amount, dose.medicine.unit)}", Deed(Do.TAKE_EXTRA, medicine_id))
        for medicine_id, dose in named.items()
    )
    words = taken_text(Taken.EXTRA)
    if len(choices) == 1:
        return (Press(words, choices[0][1], Weight.TEXT, choices[0][0]),)
    return (Press(words, Deed(Do.TAKE_EXTRA), menu=choices),) if choices else ()


def _planned(dose: PlannedDose) -> Row:
    medicine, intake = dose.medicine, dose.intake
    usual = quantity(dose.level.amount, medicine.unit)
    title = f"{medicine.name} {usual}".strip()
    title = title if dose.due_min is None else f"{title}, {minute_text(dose.due_min)}"
    due = "" if dose.due_min is None else str(dose.due_min)
    fates = tuple(
        Press(
            taken_text(fate),
            Deed(Do.TAKE, medicine.id, f"{fate}:{due}"),
            Weight.PILL,
            title,
            held=intake is not None and intake.taken is fate,
        )
        for fate in FATES
    )
    lines = (intake_line(intake, medicine, dose.level.amount),) if intake else ()
    return Row(f"{medicine.id}:{due}", title, lines, (*fates, *_after(intake, title)))


def _needed(each: AsNeeded) -> tuple[Row, ...]:
    medicine = each.medicine
    usual = quantity(each.level.amount, medicine.unit)
    take = Press(
        _("Took {dose}").format(dose=usual) if usual else taken_text(Taken.TAKEN),
        Deed(Do.TAKE, medicine.id, Taken.TAKEN),
        about=medicine.name,
    )
    return (
        Row(f"{medicine.id}:needed", medicine.name, (_("as needed"),), (take,)),
        *(_needed_intake(intake, medicine) for intake in each.intakes),
    )


def _needed_intake(intake: Intake, medicine: Medicine) -> Row:
    line = intake_line(intake, medicine)
    return Row(intake.id, line, presses=_after(intake, f"{medicine.name}, {line}"))


def _extra(intake: Intake, loaded: Loaded) -> Row | None:
    medicine = loaded.medicine(intake.medicine_id)
    if medicine is None:
        return None
    line = intake_line(intake, medicine)
    return Row(intake.id, medicine.name, (line,), _after(intake, f"{medicine.name}, {line}"))


def _after(intake: Intake | None, about: str) -> tuple[Press, ...]:
    """What can be done about a dose that was just logged."""
    if intake is None:
        return ()
    undo = Press(_("Undo"), Deed(Do.UNDO_INTAKE, intake.id), Weight.TEXT, about)
    if intake.taken is Taken.NOT_TAKEN:
        return (undo,)
    return (Press(_("Change"), Deed(Do.CHANGE_INTAKE, intake.id), Weight.TEXT, about), undo)


def _summary(medicine: Medicine, loaded: Loaded) -> CardState:
    purpose = _("What it is for: {text}").format(text=medicine.purpose) if medicine.purpose else ""
    lines = (usual_line(medicine, loaded.today), stopped_line(medicine), purpose)
    end = (
        Press(pgettext("a medicine", "Stop"), Deed(Do.STOP_MEDICINE, medicine.id), Weight.TEXT, medicine.name)
        if medicine.stopped_on is None
        else Press(_("Take up again"), Deed(Do.TAKE_UP_AGAIN, medicine.id), Weight.TEXT, medicine.name)
    )
    presses = (change(Do.CHANGE_MEDICINE, medicine.id, medicine.name), end)
    gone = delete(Do.DELETE_MEDICINE, medicine.id, medicine.name)
    return CardState("medicine", words=tuple(line for line in lines if line), presses=(*presses, gone))


def _levels(medicine: Medicine) -> CardState:
    rows = []
    for place, level in enumerate(medicine.levels):
        line = level_line(level, medicine, first=place == 0)
        correct = Press(_("Correct"), Deed(Do.CORRECT_DOSE, level.id, medicine.id), Weight.TEXT, line)
        remove = Press(_("Remove"), Deed(Do.REMOVE_DOSE, level.id, medicine.id), Weight.TEXT, line)
        rows.append(Row(level.id, line, presses=(correct, remove) if place else (correct,)))
    new = Press(_("Change the dose"), Deed(Do.CHANGE_DOSE, medicine.id))
    presses = (new,) if medicine.stopped_on is None else ()
    words = (_("A change holds from its day on; what was before stays. Correct is for a typing mistake."),)
    return CardState("levels", _("Doses over time"), words, tuple(rows), presses)


def _logged(medicine: Medicine, loaded: Loaded, place: Place) -> CardState:
    """The doses of the last months, newest first, each to be put right; and one that was not logged then."""
    logged = [intake for intake in loaded.logged if intake.medicine_id == medicine.id]
    rows = tuple(_logged_row(intake, medicine) for intake in logged[: place.rows_shown])
    add = Press(_("Add one from before"), Deed(Do.ADD_INTAKE, medicine.id))
    words = () if rows else (_("No dose was logged in the last months."),)
    return CardState("logged", _("Doses logged"), words, rows, (add, *more_press(len(logged), place.rows_shown)))


def _logged_row(intake: Intake, medicine: Medicine) -> Row:
    line = logged_line(intake, medicine)
    edit = () if intake.taken is Taken.NOT_TAKEN else (change(Do.CHANGE_INTAKE, intake.id, line),)
    return Row(intake.id, line, presses=(*edit, delete(Do.DELETE_INTAKE, intake.id, line)))


def _months(medicine: Medicine, loaded: Loaded) -> tuple[CardState, ...]:
    line = months_line(loaded.months.get(medicine.id, ()))
    words = _("Doses that were logged as taken, by month.")
    return (CardState("months", _("How many a month"), (line,), foot=words),) if line else ()

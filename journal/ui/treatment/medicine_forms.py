"""The forms of medicines and of a dose that was logged. Pure, but for the use cases their answers ask for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from journal.app import intakes, medicines
from journal.model.medicines import DoseLevel, Medicine, Taken
from journal.texts.numbers import dose as number
from journal.texts.translation import _, pgettext
from journal.texts.treatments import taken_text
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.medicine_words import minute_text, times_text
from journal.ui.treatment.parts import Field, FieldKind, Form
from journal.ui.treatment.wishes import Wish

MORNING_MIN, EVENING_MIN = 8 * 60, 20 * 60
REGULAR, AS_NEEDED = "regular", "as-needed"


def add_medicine_form(loaded: Loaded, deed: Deed) -> Form:
    """A new medicine."""
    return Form(
        deed,
        _("A medicine"),
        (
            Field("name", pgettext("of a thing", "Name")),
            Field("dose", _("Usual dose"), FieldKind.NUMBER),
            Field("unit", _("Unit"), value="mg"),
            _when(as_needed=False),
            Field("times", _("Times of day"), hint=_example(), only_with=("when", REGULAR)),
            Field("start", _("Since"), FieldKind.DAY, loaded.today),
            Field("purpose", _("What it is for, if you like"), more=True),
        ),
        _("Add"),
    )


def change_medicine_form(loaded: Loaded, deed: Deed) -> Form | None:
    """What was said of a medicine, to be put right."""
    medicine = loaded.medicine(deed.id)
    if medicine is None:
        return None
    return Form(
        deed,
        _("Change what stands here"),
        (
            Field("name", pgettext("of a thing", "Name"), value=medicine.name),
            Field("unit", _("Unit"), value=medicine.unit),
            _when(as_needed=medicine.as_needed),
            Field("start", _("Since"), FieldKind.DAY, medicine.start),
            Field("purpose", _("What it is for, if you like"), value=medicine.purpose),
        ),
        _("Save"),
    )


def change_dose_form(loaded: Loaded, deed: Deed) -> Form | None:
    """Another usual dose from a day on."""
    medicine = loaded.medicine(deed.id)
    if medicine is None:
        return None
    level = medicine.level_on(loaded.today)
    return Form(
        deed,
        _("Another dose: {medicine}").format(medicine=medicine.name),
        (
            Field("dose", _("New usual dose"), FieldKind.NUMBER, unit=medicine.unit),
            Field("on", pgettext("the first day", "From"), FieldKind.DAY, loaded.today),
            *_times(medicine, level),
        ),
        _("Save"),
        words=_("What was before stays as it is. A dose of 0 is a dose too."),
    )


def correct_dose_form(loaded: Loaded, deed: Deed) -> Form | None:
    """A dose of the past that was typed wrong."""
    medicine = loaded.medicine(deed.also)
    level = next((each for each in medicine.levels if each.id == deed.id), None) if medicine else None
    if medicine is None or level is None:
        return None
    return Form(
        deed,
        _("Correct a typing mistake"),
        (
            Field("dose", _("Usual dose"), FieldKind.NUMBER, number(level.amount), unit=medicine.unit),
            Field("on", pgettext("the first day", "From"), FieldKind.DAY, level.since_day),
            *_times(medicine, level),
        ),
        _("Save"),
    )


def stop_medicine_form(loaded: Loaded, deed: Deed) -> Form | None:
    """The last day of a medicine."""
    medicine = loaded.medicine(deed.id)
    if medicine is None:
        return None
    return Form(
        deed,
        _("Stop {medicine}").format(medicine=medicine.name),
        (Field("on", _("Last day"), FieldKind.DAY, loaded.today), Field("reason", _("Why, if you like"))),
        _("Save"),
        words=_("This only writes it down. What was logged stays, and it can be taken up again."),
    )


def take_up_form(loaded: Loaded, deed: Deed) -> Form | None:
    """From when on a stopped medicine is taken again."""
    medicine = loaded.medicine(deed.id)
    if medicine is None:
        return None
    last = medicine.levels[-1] if medicine.levels else None
    return Form(
        deed,
        _("Take up {medicine} again").format(medicine=medicine.name),
        (
            Field("on", pgettext("the first day", "From"), FieldKind.DAY, loaded.today),
            Field("dose", _("Usual dose"), FieldKind.NUMBER, number(last.amount) if last else "", unit=medicine.unit),
            *_times(medicine, last),
        ),
        _("Save"),
        words=_("The days without it stay days without it."),
    )


def add_intake_form(loaded: Loaded, deed: Deed) -> Form | None:
    """A dose of an earlier time."""
    medicine = loaded.medicine(deed.id)
    if medicine is None:
        return None
    fates = (Taken.TAKEN, Taken.LATER, Taken.NOT_TAKEN, Taken.EXTRA)
    offered = (Taken.TAKEN,) if medicine.as_needed else fates
    return Form(
        deed,
        _("A dose from before"),
        (
            Field(
                "taken",
                _("What became of it"),
                FieldKind.CHOICE,
                choices=tuple((str(t), taken_text(t)) for t in offered),
            ),
            *_moment_fields(loaded.now),
            Field("amount", _("Dose"), FieldKind.NUMBER, hint=_("the usual one"), unit=medicine.unit),
        ),
        _("Add"),
    )


def change_intake_form(loaded: Loaded, deed: Deed) -> Form | None:
    """The time and the amount of a dose that was logged."""
    intake = loaded.intake(deed.id)
    medicine = loaded.medicine(intake.medicine_id) if intake else None
    if intake is None or medicine is None:
        return None
    amount = "" if intake.amount is None else number(intake.amount)
    return Form(
        deed,
        medicine.name,
        (
            *reversed(_moment_fields(intake.at)),  # the time is corrected more often than the day
            Field("amount", _("Dose"), FieldKind.NUMBER, amount, unit=medicine.unit),
        ),
        _("Save"),
    )


def add_medicine_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Add the medicine."""
    name = given.text("name", _("Give it a name."))
    dose = given.number("dose", _("Type the usual dose, such as 50."))
    unit, start, purpose = given.text("unit"), given.day("start"), given.text("purpose")
    as_needed = given.text("when") == AS_NEEDED
    times = () if as_needed else given.times("times")
    return Wish(
        lambda journal: medicines.add_medicine(
            journal, name, unit=unit, start=start, dose=dose or 0.0, times=times, as_needed=as_needed, purpose=purpose
        ),
        _("Added."),
        fields={"amount": "dose", "day": "start"},
    )


def change_medicine_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Change what was said of the medicine."""
    changes: dict[str, Any] = {
        "name": given.text("name", _("Give it a name.")),
        "unit": given.text("unit"),
        "as_needed": given.text("when") == AS_NEEDED,
        "start": given.day("start"),
        "purpose": given.text("purpose"),
    }
    return Wish(lambda journal: medicines.change_medicine(journal, deed.id, **changes), _("Saved."))


def change_dose_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    """Change the usual dose from a day on."""
    medicine = loaded.medicine(deed.id)
    on, dose = given.day("on"), given.number("dose", _("Type the new dose, such as 50. It can be 0."))
    times = None if medicine is None or medicine.as_needed else given.times("times")
    return Wish(
        lambda journal: medicines.change_dose(journal, deed.id, on, dose=dose or 0.0, times=times),
        _("Saved."),
        fields={"amount": "dose", "day": "on"},
    )


def correct_dose_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    """Correct a dose of the past."""
    medicine = loaded.medicine(deed.also)
    since = given.day("on")
    dose = given.number("dose", _("Type the dose, such as 50. It can be 0."))
    times = () if medicine is None or medicine.as_needed else given.times("times")
    return Wish(
        lambda journal: medicines.correct_level(journal, deed.id, on=since, dose=dose or 0.0, times=times),
        _("Saved."),
        fields={"amount": "dose"},
    )


def stop_medicine_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Stop the medicine."""
    on, reason = given.day("on"), given.text("reason")
    return Wish(lambda journal: medicines.stop_medicine(journal, deed.id, on, reason), _("Saved."))


def take_up_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    """Take the medicine again."""
    medicine = loaded.medicine(deed.id)
    on, dose = given.day("on"), given.number("dose")
    times = None if medicine is None or medicine.as_needed else given.times("times")
    return Wish(
        lambda journal: medicines.take_up_again(journal, deed.id, on, dose=dose, times=times),
        _("Taken up again."),
        goes_back=True,
        fields={"amount": "dose", "name": "on"},
    )


def add_intake_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Log a dose of an earlier time."""
    at, amount, taken = given.moment("day", "time"), given.number("amount"), Taken(given.text("taken"))
    return Wish(
        lambda journal: intakes.take(journal, deed.id, at=at, amount=amount, taken=taken),
        _("Added."),
        fields={"at": "time"},
    )


def change_intake_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Change when and how much was taken."""
    at, amount = given.moment("day", "time"), given.number("amount")
    return Wish(lambda journal: intakes.change_intake(journal, deed.id, at=at, amount=amount), fields={"at": "time"})


def _moment_fields(at: datetime) -> tuple[Field, ...]:
    return (
        Field("day", _("Day"), FieldKind.DAY, at.date()),
        Field("time", _("Time"), FieldKind.TIME, at.time().replace(second=0, microsecond=0)),
    )


def _when(*, as_needed: bool) -> Field:
    choices = ((REGULAR, _("At set times")), (AS_NEEDED, _("As needed")))
    return Field("when", _("Taken"), FieldKind.CHOICE, AS_NEEDED if as_needed else REGULAR, choices=choices)


def _times(medicine: Medicine, level: DoseLevel | None) -> tuple[Field, ...]:
    if medicine.as_needed:
        return ()
    return (Field("times", _("Times of day"), value=times_text(level) if level else "", hint=_example()),)


def _example() -> str:
    return f"{minute_text(MORNING_MIN)}, {minute_text(EVENING_MIN)}"

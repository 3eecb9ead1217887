"""What stands on Today beside the questions, in words: forms that are due, side effects from before, doses. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from journal.app.beside_check_in import BesideCheckIn
from journal.app.forms import SectionKind
from journal.app.intakes import AsNeeded, DayDoses, PlannedDose
from journal.app.still_there import StillAsked
from journal.model.entries import State, local_time
from journal.model.medicines import Intake, Medicine, Taken
from journal.texts.appointments import appointment_title
from journal.texts.dates import clock_time, weekday_name
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.texts.treatments import taken_text
from journal.ui.today.card_state import CardState, GroupState
from journal.ui.treatment.medicine_words import minute_text, quantity
from journal.ui.widgets.row_state import RowState, Step

STILL_PREFIX = "still:"
"""Begins the row keys of side effects from before, so that none is taken for an item of the check-in."""

ANSWERS = (Taken.TAKEN, Taken.LATER, Taken.NOT_TAKEN)


class OfferKind(StrEnum):
    """What a calm line offers: a form that may be answered now, or what is written down for an appointment."""

    AFTER_SESSION = "after_session"
    MONTH = "month"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class OfferState:
    """One calm line with two ways on."""

    kind: OfferKind
    words: str
    accept: str
    refuse: str


@dataclass(frozen=True, slots=True)
class PressState:
    """One answer to a planned dose; `held` where it is the one that holds."""

    taken: Taken
    words: str
    held: bool


@dataclass(frozen=True, slots=True)
class TimeState:
    """A time that can be corrected: of which dose (its id), what it says, and what a screen reader says."""

    intake_id: str
    wall: time
    words: str
    spoken: str


@dataclass(frozen=True, slots=True)
class DoseState:
    """A medicine on Today. `key` names it; `presses` are empty and `take` says the press for one taken as needed."""

    key: str
    title: str
    presses: tuple[PressState, ...] = ()
    take: str = ""
    times: tuple[TimeState, ...] = ()


def offers(beside: BesideCheckIn) -> tuple[OfferState, ...]:
    """The line at the top of the page: one at a time, the form after a session first, for it does not wait."""
    if beside.after_session:
        words, refuse = _("Three short questions for now."), _("Not this time")
        return (OfferState(OfferKind.AFTER_SESSION, words, _("Answer"), refuse),)
    if beside.month:
        words, refuse = _("The monthly look: a few questions about the last four weeks."), _("Not this month")
        return (OfferState(OfferKind.MONTH, words, _("Answer"), refuse),)
    if beside.appointment is not None:
        words = _("Your next appointment: {when}.").format(when=appointment_title(beside.appointment))
        return (OfferState(OfferKind.APPOINTMENT, words, _("What to ask"), _("Not now")),)
    return ()


def still_card(
    still: tuple[StillAsked, ...], given: Mapping[str, int | None], now: datetime, words: ItemWords
) -> CardState | None:
    """The card of side effects from before; `given` are answers that are not saved yet, by key."""
    if not still:
        return None
    rows = tuple(_still_row(each, given, now, words) for each in still)
    first, last = rows[0].steps[0].word, rows[0].steps[-1].word
    return CardState(
        SectionKind.STILL_THERE, _("After a session"), (GroupState("", rows),), ends=(first, last), columns=5
    )


def still_words(asked: StillAsked, now: datetime, words: ItemWords) -> str:
    """The question: "Dizziness since Friday 15:10 – still there?"."""
    since = local_time(asked.effect.since_ms, asked.effect.offset_min)
    label, at = words.item_label(asked.effect.item), clock_time(since)
    if since.date() == now.date():
        return _("{effect} since {time} – still there?").format(effect=label, time=at)
    day = weekday_name(since.weekday())
    return _("{effect} since {day} {time} – still there?").format(effect=label, day=day, time=at)


def doses(day_doses: DayDoses | None) -> tuple[DoseState, ...]:
    """The medicines of the day: planned ones in order of time, then those taken as needed."""
    if day_doses is None:
        return ()
    return (
        *(_planned(dose) for dose in day_doses.planned),
        *(_needed(dose, day_doses.extra) for dose in day_doses.as_needed),
    )


def dose_key(medicine_id: str, due_min: int | None) -> str:
    """Names a planned dose of a day."""
    return f"{medicine_id}@{'' if due_min is None else due_min}"


def _still_row(asked: StillAsked, given: Mapping[str, int | None], now: datetime, words: ItemWords) -> RowState:
    known = asked.answer.level if asked.answer else None
    level = given.get(asked.key, known)
    steps = (_("gone"), *words.step_words(asked.effect.item)[1:])
    return RowState(
        key=STILL_PREFIX + asked.key,
        label=still_words(asked, now, words),
        steps=tuple(Step(float(value), str(value), word) for value, word in enumerate(steps)),
        value=None if level is None else float(level),
        state=None if level is None else State.RATED,
        description=words.clinical_name(asked.effect.item),
        shown="" if level is None else str(level),
    )


def _planned(dose: PlannedDose) -> DoseState:
    held = dose.intake.taken if dose.intake else None
    when = "" if dose.due_min is None else minute_text(dose.due_min)
    title = _title(dose.medicine, dose.level.amount)
    full = _("{medicine}, {time}").format(medicine=title, time=when) if when else title
    times = (_time(dose.intake, dose.medicine, full),) if dose.intake and held is not Taken.NOT_TAKEN else ()
    presses = tuple(PressState(taken, taken_text(taken), held is taken) for taken in ANSWERS)
    return DoseState(dose_key(dose.medicine.id, dose.due_min), full, presses, times=times)


def _needed(dose: AsNeeded, extra: tuple[Intake, ...]) -> DoseState:
    more = [each for each in extra if each.medicine_id == dose.medicine.id]
    title = _title(dose.medicine, dose.level.amount)
    taken = sorted((*dose.intakes, *more), key=lambda each: each.at_ms)
    times = tuple(_time(each, dose.medicine, title) for each in taken if each.taken is not Taken.NOT_TAKEN)
    return DoseState(dose.medicine.id, title, take=_("Taken now"), times=times)


def _title(medicine: Medicine, amount: float) -> str:
    return f"{medicine.name} {quantity(amount, medicine.unit)}".strip()


def _time(intake: Intake, medicine: Medicine, title: str) -> TimeState:
    usual = medicine.level_on(intake.day)
    other = usual is None or intake.amount != usual.amount
    amount = quantity(intake.amount, medicine.unit) if other else ""
    words = taken_text(intake.taken) + (f", {amount}" if amount else "")
    wall = intake.at.time().replace(second=0, microsecond=0, tzinfo=None)
    return TimeState(intake.id, wall, words, _("{medicine}: the time it was taken").format(medicine=title))

"""The words of treatments: kinds, doses, routes, how it went, practice, and what became of a dose.

What a person wrote (an own name of a course or a medicine, its unit) is shown as written.
"""

from __future__ import annotations

from collections.abc import Mapping

from journal.model.courses import Course
from journal.model.medicines import Taken
from journal.model.practices import Practice, PracticeKind
from journal.model.sessions import Phase, Place, Session, Shortened, Went
from journal.model.treatments import DoseUnit, Route, Treatment, Treatments
from journal.texts import numbers
from journal.texts.locales import Locale
from journal.texts.translation import _, mark, ngettext

_ROUTES: Mapping[str, str] = {
    Route.INTRAVENOUS: mark("into a vein"),
    Route.INTRAMUSCULAR: mark("into a muscle"),
    Route.SUBCUTANEOUS: mark("under the skin"),
    Route.ORAL: mark("swallowed"),
    Route.SUBLINGUAL: mark("under the tongue"),
    Route.INTRANASAL: mark("into the nose"),
}
_CLINICAL_ROUTES: Mapping[str, str] = {
    Route.INTRAVENOUS: mark("IV"),
    Route.INTRAMUSCULAR: mark("IM"),
    Route.SUBCUTANEOUS: mark("SC"),
    Route.ORAL: mark("oral"),
    Route.SUBLINGUAL: mark("sublingual"),
    Route.INTRANASAL: mark("intranasal"),
}
_WENT: Mapping[str, str] = {
    Went.EASY: mark("Easy"),
    Went.MANAGEABLE: mark("Manageable"),
    Went.HARD: mark("Hard"),
    Went.TOO_MUCH: mark("Too much"),
}
_PHASES: Mapping[str, str] = {
    Phase.DURING: mark("during"),
    Phase.LATER_THAT_DAY: mark("later that day"),
    Phase.NEXT_DAYS: mark("in the next days"),
    Phase.STAYED: mark("stayed"),
}
_PLACES: Mapping[str, str] = {
    Place.CLINIC: mark("Clinic"),
    Place.HOME: mark("At home"),
    Place.REMOTE: mark("By video or phone"),
}
_SHORTENED: Mapping[str, str] = {
    Shortened.STOPPED: mark("Stopped before its planned end"),
    Shortened.SLOWED: mark("Slowed down"),
}
_PRACTICES: Mapping[str, str] = {
    PracticeKind.IN_LIFE: mark("Exposure in life"),
    PracticeKind.IN_IMAGINATION: mark("Exposure in imagination"),
    PracticeKind.WORKSHEET: mark("Worksheet"),
    PracticeKind.BREATHING: mark("Breathing"),
    PracticeKind.OTHER: mark("Something else"),
}
_TAKEN: Mapping[str, str] = {
    Taken.TAKEN: mark("Taken"),
    Taken.LATER: mark("Taken later"),
    Taken.NOT_TAKEN: mark("Not taken"),
    Taken.EXTRA: mark("More than planned"),
}


def treatment_label(treatment: Treatment) -> str:
    """The name of a kind of treatment: "Ketamine infusion"."""
    return _(treatment.label)


def treatment_short(treatment: Treatment) -> str:
    """Its short name, for marks on charts and narrow columns: "Infusion"."""
    return _(treatment.short)


def course_title(course: Course, treatments: Treatments) -> str:
    """What a course is called: its own name, else its kind's."""
    return course.name or treatment_label(treatments.of(course.kind))


def session_title(
    session: Session, course: Course | None, number: int | None, treatments: Treatments, *, short: bool = False
) -> str:
    """What a session is called: "Ketamine infusion 4 of 6", without a plan "Ketamine infusion 4".

    Never by the course's own name: it may name a person, and titles stand in the report.
    """
    treatment = treatments.of(session.kind)
    name = session.name or (treatment_short(treatment) if short else treatment_label(treatment))
    planned = course.planned_on(session.day) if course else None
    if number is None:
        return name
    if planned is None or number > planned:
        return _("{name} {number}").format(name=name, number=number)
    return _("{name} {number} of {planned}").format(name=name, number=number, planned=planned)


def dose_text(dose: float, unit: str, device_mg: float | None = None, locale: Locale | None = None) -> str:
    """A dose with its unit: "40 mg", "0.5 mg/kg", "2 devices (56 mg)"."""
    if unit != DoseUnit.DEVICE:
        return f"{numbers.dose(dose, locale)} {unit}".strip()
    text = ngettext("{n} device", "{n} devices", round(dose)).format(n=numbers.dose(dose, locale))
    return text if device_mg is None else f"{text} ({numbers.dose(dose * device_mg, locale)} mg)"


def unit_text(unit: str) -> str:
    """The unit in a list of choices."""
    return _("devices") if unit == DoseUnit.DEVICE else unit


def route_text(route: str) -> str:
    """How it is given, in plain words: "into a vein"."""
    return _(_ROUTES[route]) if route in _ROUTES else route


def clinical_route(route: str) -> str:
    """How it is given, as a clinician writes it: "IV"."""
    return _(_CLINICAL_ROUTES[route]) if route in _CLINICAL_ROUTES else route


def went_text(went: Went) -> str:
    """How it was to go through."""
    return _(_WENT[went])


def phase_text(phase: Phase) -> str:
    """When a side effect came, within a sentence."""
    return _(_PHASES[phase])


def place_text(place: Place) -> str:
    """Where a session was."""
    return _(_PLACES[place])


def shortened_text(shortened: Shortened) -> str:
    """Whether it was stopped or slowed."""
    return _(_SHORTENED[shortened])


def practice_text(kind: PracticeKind) -> str:
    """What was practised."""
    return _(_PRACTICES[kind])


def practice_title(practice: Practice) -> str:
    """What a practice is called: its own name, else its kind's."""
    return practice.name or practice_text(practice.kind)


def taken_text(taken: Taken) -> str:
    """What became of a dose."""
    return _(_TAKEN[taken])

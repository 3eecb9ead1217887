"""What of a session is worth asking about once, with "Is this what you meant to type?".

These are checks for slips of the finger and have no clinical meaning: a value that is asked about is
neither wrong nor dangerous, one that is not asked about is neither right nor safe, and either is
kept as it was typed. The limits of single numbers stand in `extremes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journal.model.extremes import extreme, extreme_dose
from journal.model.sessions import Session, Vital
from journal.model.treatments import DoseUnit, Route

MEASURES = ("systolic", "diastolic", "pulse", "spo2")
NUMBERS = ("weight_kg", "minutes", "clear_min")

INTO_A_VEIN: Mapping[str, float] = {DoseUnit.MG: 150.0, DoseUnit.MG_PER_KG: 1.5}
"""Beyond so much into a vein, a comma or a unit has likelier slipped than by other routes."""

KETAMINE_IV = "ketamine_iv"


@dataclass(frozen=True, slots=True)
class Unlikely:
    """A value to ask about. `field` as on the session or its vitals, `minute` only for vitals."""

    field: str
    minute: int | None
    value: float


def unlikely(session: Session) -> tuple[Unlikely, ...]:
    """The values of a session to ask about: dose, numbers, vitals by minute. Nothing where all is usual."""
    found = [*_dose(session), *_numbers(session)]
    for vital in session.vitals:
        found += unlikely_vitals(vital)
    return tuple(found)


def unlikely_vitals(vital: Vital) -> list[Unlikely]:
    """The vitals of one time to ask about; also a lower pressure that is not below the upper one."""
    found = []
    for name in MEASURES:
        value = getattr(vital, name)
        swapped = name == "diastolic" and None not in (value, vital.systolic) and value >= vital.systolic
        if value is not None and (swapped or extreme(name, value)):
            found.append(Unlikely(name, vital.minute, value))
    return found


def _dose(session: Session) -> Iterator[Unlikely]:
    if session.dose is None:
        return
    into_a_vein = session.route == Route.INTRAVENOUS or (session.kind == KETAMINE_IV and not session.route)
    much = into_a_vein and session.dose > INTO_A_VEIN.get(session.unit, session.dose)
    if much or extreme_dose(session.dose, session.unit):
        yield Unlikely("dose", None, session.dose)


def _numbers(session: Session) -> Iterator[Unlikely]:
    for name in NUMBERS:
        value = getattr(session, name)
        if value is not None and extreme(name, value):
            yield Unlikely(name, None, value)

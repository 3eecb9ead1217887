"""Vitals of a session as Observations of the category vital-signs: blood pressure as a panel, pulse, oxygen, weight."""

from __future__ import annotations

from collections.abc import Iterator

from journal.exchange.fhir.codings import (
    BLOOD_PRESSURE,
    BODY_WEIGHT,
    DIASTOLIC,
    HEART_RATE,
    OXYGEN_SATURATION,
    SYSTOLIC,
    Json,
    absent,
    category,
    loinc,
    quantity,
)
from journal.exchange.fhir.subject import Subject, when
from journal.exchange.iso_times import iso_time
from journal.model.entries import TimeKnown
from journal.model.sessions import MINUTE_MS, Session, Vital
from journal.texts.translation import _


def vital_observations(session: Session, part_of: Json, subject: Subject) -> Iterator[Json]:
    """Everything that was measured, as part of the session that `part_of` refers to."""
    for vital in session.vitals:
        if not vital.empty:
            at = _time(session, vital)
            for name, told in _measured(vital):
                yield _observation(subject, (name, session.id, str(vital.minute)), at, part_of, told)
    if session.weight_kg is not None:
        told = {"code": loinc(BODY_WEIGHT, _("Weight")), "valueQuantity": quantity(session.weight_kg, "kg")}
        yield _observation(subject, ("weight", session.id), when(session), part_of, told)


def _observation(subject: Subject, names: tuple[str, ...], at: str, part_of: Json, told: Json) -> Json:
    head = subject.observation(*names, category=category("vital-signs"))
    return {**head, "partOf": [part_of], "effectiveDateTime": at, **told}


def _time(session: Session, vital: Vital) -> str:
    if session.time_known is not TimeKnown.MINUTE:
        return when(session)
    return iso_time(session.at_ms + vital.minute * MINUTE_MS, session.offset_min)


def _measured(vital: Vital) -> Iterator[tuple[str, Json]]:
    if vital.systolic is not None or vital.diastolic is not None:
        sides = [
            (SYSTOLIC, _("Systolic blood pressure"), vital.systolic),
            (DIASTOLIC, _("Diastolic blood pressure"), vital.diastolic),
        ]
        panel = [_pressure(key, text, value) for key, text, value in sides]
        yield "pressure", {"code": loinc(BLOOD_PRESSURE, _("Blood pressure")), "component": panel}
    if vital.pulse is not None:
        yield "pulse", {"code": loinc(HEART_RATE, _("Heart rate")), "valueQuantity": quantity(vital.pulse, "/min")}
    if vital.spo2 is not None:
        code = loinc(OXYGEN_SATURATION, _("Oxygen saturation"))
        yield "oxygen", {"code": code, "valueQuantity": quantity(vital.spo2, "%")}


def _pressure(key: str, text: str, value: int | None) -> Json:
    """A side of the panel: both always stand there, the one that was not written down with its reason."""
    code = {"code": loinc(key, text)}
    return (
        {**code, "dataAbsentReason": absent("unknown")}
        if value is None
        else {
            **code,
            "valueQuantity": quantity(value, "mmHg"),
        }
    )

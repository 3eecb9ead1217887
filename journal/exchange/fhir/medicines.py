"""Medicines as the person told them: a MedicationStatement for each usual dose over its days, and for each dose."""

from __future__ import annotations

from datetime import date

from journal.exchange.fhir.codings import Json, concept, own, quantity
from journal.exchange.fhir.courses import period
from journal.exchange.fhir.strings import string
from journal.exchange.fhir.subject import Subject, refer, when
from journal.exchange.iso_times import iso_time
from journal.model.dose_steps import dose_steps
from journal.model.medicines import DoseLevel, DoseStep, Intake, Medicine, Taken
from journal.texts.translation import _
from journal.texts.treatments import dose_text, taken_text

Steps = tuple[tuple[DoseStep, Json], ...]
"""The usual doses of a medicine that are in the bundle, each with its statement."""


def usual_doses(medicine: Medicine, first: date, last: date, today: date, subject: Subject) -> Steps:
    """A statement for each usual dose that touches the days; one without a dose where none was written down."""
    steps = dose_steps(medicine, first, last) or (DoseStep(medicine.start, medicine.stopped_on, 0),)
    return tuple((step, _usual(medicine, step, today, subject)) for step in steps)


def intake_statement(intake: Intake, medicine: Medicine | None, steps: Steps, subject: Subject) -> Json:
    """One dose: taken, taken later, not taken, or more than planned; part of the usual dose of its day."""
    usual = [statement for step, statement in steps if _covers(step, intake.day)]
    name, note = string(medicine.name if medicine else ""), string(intake.note)
    reason = own(f"taken.{intake.taken}", taken_text(intake.taken))
    unit = medicine.unit if medicine else ""
    given = intake.amount is not None and intake.taken is not Taken.NOT_TAKEN
    dosage = _dose(intake.amount or 0, unit) if given else {}
    said = {**dosage, **({"patientInstruction": note} if note else {})}
    return {
        **subject.made("MedicationStatement", "dose", intake.id),
        **({"partOf": [refer(usual[0])]} if usual else {}),
        "status": "not-taken" if intake.taken is Taken.NOT_TAKEN else "completed",
        "statusReason": [reason],
        "medicationCodeableConcept": concept(name or _("A medicine")),
        "effectiveDateTime": when(intake),
        **({} if intake.made_ms is None else {"dateAsserted": iso_time(intake.made_ms, intake.made_offset_min)}),
        "informationSource": subject.reference,
        **({"dosage": [said]} if said else {}),
    }


def _usual(medicine: Medicine, step: DoseStep, today: date, subject: Subject) -> Json:
    level = next((level for level in reversed(medicine.levels) if level.since_day == step.first), None)
    why, purpose = string(medicine.stop_reason), string(medicine.purpose)
    status = _status(medicine, step, today)
    return {
        **subject.made("MedicationStatement", "usual", medicine.id, level.id if level else ""),
        "status": status,
        **({"statusReason": [{"text": why}]} if why and status == "stopped" else {}),
        "medicationCodeableConcept": concept(string(medicine.name) or _("A medicine")),
        "effectivePeriod": period(step.first, step.last),
        "informationSource": subject.reference,
        **({"reasonCode": [{"text": purpose}]} if purpose else {}),
        **_usual_dosage(medicine, level),
    }


def _status(medicine: Medicine, step: DoseStep, today: date) -> str:
    if step.first > today:
        return "intended"
    if step.last is None or step.last >= today:
        return "active"
    return "stopped" if step.last == medicine.stopped_on else "completed"


def _usual_dosage(medicine: Medicine, level: DoseLevel | None) -> Json:
    needed = {"asNeededBoolean": True} if medicine.as_needed else {}
    if level is None:
        return {"dosage": [needed]} if needed else {}
    times = [f"{minute // 60:02}:{minute % 60:02}:00" for minute in sorted(level.times)]
    repeat = {"frequency": len(times), "period": 1, "periodUnit": "d", "timeOfDay": times}
    timing = {"timing": {"repeat": repeat}} if times else {}
    return {"dosage": [{**_dose(level.amount, medicine.unit), **timing, **needed}]}


def _dose(amount: float, unit: str) -> Json:
    """A dose in words and as a quantity; 0 is a dose."""
    return {"text": string(dose_text(amount, unit)), "doseAndRate": [{"doseQuantity": quantity(amount, unit)}]}


def _covers(step: DoseStep, day: date) -> bool:
    return step.first <= day and (step.last is None or day <= step.last)

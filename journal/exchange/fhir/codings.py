"""Codes: those of LOINC and SNOMED CT that were verified, UCUM units, and the journal's own system for the rest.

Sources: clinical.md, section 6; HL7's Symptoms guide (75325-1, 111551-8, 64750-3); FHIR R4's vital
signs. A thing without a verified code carries the journal's own and its text; none is invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journal.exchange.fhir.strings import code as as_code
from journal.exchange.fhir.strings import number, string
from journal.texts.translation import _

Json = dict[str, Any]
"""A part of a resource, ready for JSON."""

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
OWN = "urn:leeward:codes"
"""The journal's own system. Its codes are keys of the catalogue and of records, such as "item.nightmares"."""

OWN_ITEMS = "urn:leeward:own-items"
"""Items that a person made: the code is the item's id, since two journals may use one key for two things."""

SCALES = "urn:leeward:scales"
"""Steps of a scale: "0-4/3" is 3 on a scale from 0 to 4."""

ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT_REASONS = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
PATIENT_ASSERTED: Json = {"system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "code": "PATAST"}

SYMPTOM, SYMPTOM_ABSENT, SEVERITY = "75325-1", "111551-8", "64750-3"
BLOOD_PRESSURE, SYSTOLIC, DIASTOLIC = "85354-9", "8480-6", "8462-4"
HEART_RATE, OXYGEN_SATURATION, BODY_WEIGHT = "8867-4", "59408-5", "29463-7"

_UCUM_OF: Mapping[str, str] = {
    "mg": "mg",
    "g": "g",
    "kg": "kg",
    "mcg": "ug",
    "µg": "ug",
    "μg": "ug",
    "ug": "ug",
    "ml": "mL",
    "mL": "mL",
    "mg/kg": "mg/kg",
    "min": "min",
    "h": "h",
    "%": "%",
    "mmHg": "mm[Hg]",
    "/min": "/min",
}
"""Units as written, and their UCUM codes. Others ("tablet", "drops") go out as text alone."""


def coding(system: str, key: str) -> Json:
    """One code of a system."""
    return {"system": system, "code": as_code(key)}


def concept(text: str, *codes: Json) -> Json:
    """A thing by its codes and in words."""
    words = string(text)
    return {**({"coding": list(codes)} if codes else {}), **({"text": words} if words else {})}


def loinc(key: str, text: str) -> Json:
    """A thing that LOINC has a code for."""
    return concept(text, coding(LOINC, key))


def own(key: str, text: str) -> Json:
    """A thing of the journal's own system."""
    return concept(text, coding(OWN, key))


def category(key: str) -> list[Json]:
    """The category of an Observation."""
    return [{"coding": [coding(CATEGORIES, key)]}]


def absent(reason: str) -> Json:
    """Why there is no value."""
    return {"coding": [coding(ABSENT_REASONS, reason)]}


def quantity(value: float, unit: str = "") -> Json:
    """A number with its unit; a plain number without one."""
    written = string(unit)
    ucum = _UCUM_OF.get(written) if written else "1"
    coded = {"system": UCUM, "code": ucum} if ucum else {}
    return {"value": number(value), **({"unit": written} if written else {}), **coded}


def step(value: float, minimum: float, maximum: float | None, word: str) -> Json:
    """A step of a scale, with its number as the ordinal value and in words."""
    low, high, chosen = number(minimum), "" if maximum is None else number(maximum), number(value)
    coded = {
        "extension": [{"url": ORDINAL, "valueDecimal": chosen}],
        **coding(SCALES, f"{low}-{high}/{chosen}"),
    }
    said = string(word) or (
        _("{value} of {low} or more").format(value=chosen, low=low)
        if maximum is None
        else _("{value} on a scale from {low} to {high}").format(value=chosen, low=low, high=high)
    )
    return concept(said, coded)

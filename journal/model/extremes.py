"""Which numbers are asked about once: "Is this what you meant to type?" Never a judgement of the number.

Beyond these limits a slip of the finger is likelier than the number. They are wide on purpose and
are no clinical limits; a number beyond them is kept as it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping

USUAL: Mapping[str, tuple[float, float]] = {
    "systolic": (70, 220),
    "diastolic": (35, 130),
    "pulse": (35, 180),
    "spo2": (85, 100),
    "weight_kg": (30, 250),
    "minutes": (1, 480),
    "clear_min": (0, 1440),
}
"""From and to, by field: mmHg, mmHg, beats a minute, percent, kg, minutes, minutes."""

USUAL_DOSE: Mapping[str, tuple[float, float]] = {"mg": (1, 1000), "mg/kg": (0.01, 5), "device": (1, 4)}
"""From and to of a session's dose, by unit."""

TIMES_USUAL = 5
"""A medicine's dose is asked about from so many times the usual one on."""


def extreme(measure: str, value: float) -> bool:
    """Whether a number lies so far out that it is worth asking about."""
    low, high = USUAL[measure]
    return not low <= value <= high


def extreme_dose(dose: float, unit: str) -> bool:
    """Whether the dose of a session is worth asking about; 0 is a dose, other units are free."""
    low, high = USUAL_DOSE.get(unit, (0.0, float("inf")))
    return dose != 0 and not low <= dose <= high


def extreme_amount(amount: float, usual: float | None) -> bool:
    """Whether a medicine's dose is worth asking about, next to the usual one, where there is one."""
    return bool(usual) and amount >= TIMES_USUAL * (usual or 0.0)

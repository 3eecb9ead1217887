"""What the numbers of a session, a medicine, a practice or a course are called."""

from __future__ import annotations

from collections.abc import Mapping

from journal.texts.translation import _, mark

_NAMES: Mapping[str, str] = {
    "dose": mark("Dose"),
    "amount": mark("Dose"),
    "weight_kg": mark("Weight in kg"),
    "minutes": mark("Minutes"),
    "minute": mark("Minutes after the start"),
    "clear_min": mark("Time until clear again, in minutes"),
    "worked_with": mark("Could work with what came up"),
    "level": mark("Level"),
    "systolic": mark("Systolic blood pressure"),
    "diastolic": mark("Diastolic blood pressure"),
    "pulse": mark("Heart rate"),
    "spo2": mark("Oxygen in percent"),
    "before": mark("Distress before"),
    "highest": mark("Highest distress"),
    "after": mark("Distress after"),
    "sessions": mark("Number of sessions"),
    "every_days": mark("Days from one session to the next"),
    "due_min": mark("Time of day"),
}


def field_name(field: str) -> str:
    """A field's name as it stands in front of its number; one that is not known stays as it is."""
    return _(_NAMES[field]) if field in _NAMES else field

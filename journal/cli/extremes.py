"""Asks once, on stderr, about values that are rather a slip of the finger. They are kept as typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click

from journal.model.extremes import extreme, extreme_amount, extreme_dose
from journal.model.medicines import Medicine
from journal.model.sessions import Vital
from journal.texts.numbers import dose as amount_text
from journal.texts.translation import _

NUMBERS = ("weight_kg", "minutes", "clear_min")


def ask_about(found: Iterable[str]) -> None:
    """One line with the values, or nothing where there is none."""
    if values := ", ".join(found):
        click.echo(f"{_('Is this what you meant to type?')} {values}", err=True)


def session_extremes(fields: Mapping[str, Any], unit: str) -> list[str]:
    """The extreme values among a session's fields, each with the name of its option."""
    found = []
    dose = fields.get("dose")
    if dose is not None and extreme_dose(dose, fields.get("unit") or unit):
        found.append(f"--dose {amount_text(dose)} {fields.get('unit') or unit}")
    for name in NUMBERS:
        value = fields.get(name)
        if value is not None and extreme(name, value):
            found.append(f"--{name.replace('_', '-')} {amount_text(value)}")
    return found


def vital_extremes(vitals: Iterable[Vital]) -> list[str]:
    """The vitals as typed that hold an extreme value."""
    found = []
    for vital in vitals:
        numbers = {
            "systolic": vital.systolic,
            "diastolic": vital.diastolic,
            "pulse": vital.pulse,
            "spo2": vital.spo2,
        }
        if any(value is not None and extreme(name, value) for name, value in numbers.items()):
            typed = "/".join("" if value is None else str(value) for value in numbers.values())
            found.append(f"--vital {vital.minute}={typed}")
    return found


def amount_extremes(amount: float, medicine: Medicine) -> list[str]:
    """The dose of a medicine where it is many times the usual one."""
    usual = max((level.amount for level in medicine.levels), default=None)
    if not extreme_amount(amount, usual):
        return []
    return [f"{amount_text(amount)} {medicine.unit}".strip()]

"""Asks once, on stderr, about values that are rather a slip of the finger. They are kept as typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import click

from journal.model.extremes import extreme_amount
from journal.model.medicines import Medicine
from journal.model.plausible import Unlikely, unlikely
from journal.model.sessions import Session, Vital
from journal.texts.numbers import dose as amount_text
from journal.texts.translation import _

DECIDE_DOSE = frozenset({"unit", "route", "kind"})


def ask_about(found: Iterable[str]) -> None:
    """One line with the values, or nothing where there is none."""
    if values := ", ".join(found):
        click.echo(_("Is this what you meant to type?") + f" {values}", err=True)


def session_extremes(session: Session, typed: Collection[str], vitals: Iterable[Vital]) -> list[str]:
    """The values to ask about among the fields that were `typed` and the `vitals` of those times.

    Each with the name of its option. What decides about a dose (unit, route, kind) asks about the dose again.
    """
    fields = {*typed, *(["dose"] if DECIDE_DOSE & set(typed) else [])}
    found = unlikely(session)
    numbers = [_option(session, each) for each in found if each.minute is None and each.field in fields]
    minutes = {each.minute for each in found} & {vital.minute for vital in vitals}
    return [*numbers, *(_vital(vital) for vital in session.vitals if vital.minute in minutes)]


def _option(session: Session, found: Unlikely) -> str:
    unit = f" {session.unit}" if found.field == "dose" else ""
    return f"--{found.field.replace('_', '-')} {amount_text(found.value)}{unit}"


def _vital(vital: Vital) -> str:
    numbers = (vital.systolic, vital.diastolic, vital.pulse, vital.spo2)
    return f"--vital {vital.minute}=" + "/".join("" if value is None else str(value) for value in numbers)


def amount_extremes(amount: float, medicine: Medicine) -> list[str]:
    """The dose of a medicine where it is many times the usual one."""
    usual = max((level.amount for level in medicine.levels), default=None)
    if not extreme_amount(amount, usual):
        return []
    return [f"{amount_text(amount)} {medicine.unit}".strip()]

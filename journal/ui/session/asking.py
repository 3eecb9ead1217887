"""Asking about an extreme number once: "Is this what you meant to type?" No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journal.model.extremes import extreme, extreme_dose
from journal.model.sessions import Session
from journal.texts.translation import _, mark
from journal.ui.session.draft import Draft
from journal.ui.session.fields import Field, shown_field

NUMBERS: Mapping[Field, str] = {
    Field.DOSE: mark("Dose"),
    Field.MINUTES: mark("Minutes"),
    Field.WEIGHT: mark("Weight (kg)"),
    Field.CLEAR: mark("Time until clear again"),
}
"""The typed fields that are asked about, with their words."""

_NAMES = {Field.MINUTES: "minutes", Field.WEIGHT: "weight_kg", Field.CLEAR: "clear_min"}


@dataclass(frozen=True, slots=True)
class Question:
    """An extreme number that was typed: the words that ask about it, and the key of its field or cell."""

    key: str
    words: str


def asked_about(key: str, name: str, value: str) -> Question:
    """The question about a number. It is kept as it was typed, whatever the answer."""
    said = _("{name}: {value}.").format(name=name, value=value)
    return Question(key, f"{said} " + _("Is this what you meant to type?"))


def question_of(session: Session, draft: Draft) -> Question | None:
    """The first typed number that is worth asking about and was not confirmed."""
    for field, words in NUMBERS.items():
        if _far_out(session, field) and meant_key(session, field) not in draft.meant:
            return asked_about(field.value, _(words), shown_field(field, session))
    return None


def meant_key(session: Session, field: Field) -> str:
    """What is kept of an answer: it is about this value only."""
    return f"{field.value}={shown_field(field, session)}{session.unit if field is Field.DOSE else ''}"


def _far_out(session: Session, field: Field) -> bool:
    if field is Field.DOSE:
        return session.dose is not None and extreme_dose(session.dose, session.unit)
    value = getattr(session, _NAMES[field])
    return value is not None and extreme(_NAMES[field], value)

"""Asking about an extreme number once: "Is this what you meant to type?" No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journal.model.plausible import unlikely
from journal.model.sessions import Session
from journal.texts.translation import _, mark
from journal.ui.session.draft import Draft
from journal.ui.session.fields import Field, shown_field

NUMBERS: Mapping[Field, tuple[str, str]] = {
    Field.DOSE: ("dose", mark("Dose")),
    Field.MINUTES: ("minutes", mark("Minutes")),
    Field.WEIGHT: ("weight_kg", mark("Weight (kg)")),
    Field.CLEAR: ("clear_min", mark("Time until clear again")),
}
"""The typed fields that are asked about: as they are called on a session, and their words."""


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
    far_out = {found.field for found in unlikely(session)}
    for field, (name, words) in NUMBERS.items():
        if name in far_out and meant_key(session, field) not in draft.meant:
            return asked_about(field.value, _(words), shown_field(field, session))
    return None


def meant_key(session: Session, field: Field) -> str:
    """What is kept of an answer: it is about this value only."""
    return f"{field.value}={shown_field(field, session)}{session.unit if field is Field.DOSE else ''}"

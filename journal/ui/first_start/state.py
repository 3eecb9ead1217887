"""What the first start shows, step by step. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from journal.texts.translation import _, mark


class Step(Enum):
    """One question of the first start."""

    LANGUAGE = auto()
    WELCOME = auto()
    OTHERS = auto()
    OTHERS_WARNING = auto()
    HIDE = auto()
    PASSPHRASE = auto()
    CODE = auto()
    TREATMENT = auto()
    ITEMS = auto()
    SAFETY = auto()
    EXISTING = auto()


_BEFORE = {
    Step.WELCOME: Step.LANGUAGE,
    Step.OTHERS: Step.WELCOME,
    Step.OTHERS_WARNING: Step.OTHERS,
    Step.HIDE: Step.OTHERS,
    Step.PASSPHRASE: Step.OTHERS,
    Step.EXISTING: Step.WELCOME,
    Step.ITEMS: Step.TREATMENT,
    Step.SAFETY: Step.ITEMS,
}
"""Where Back leads. From the recovery code it leads nowhere: the journal is made by then."""

TREATMENTS = (
    ("ketamine_infusion", mark("Ketamine infusions")),
    ("ketamine_injection", mark("Ketamine injections")),
    ("ketamine_other", mark("Ketamine by mouth or nose")),
    ("esketamine", mark("Esketamine nasal spray")),
    ("exposure", mark("Exposure therapy")),
    ("psychotherapy", mark("Another psychotherapy")),
    ("medicine", mark("Medicines, such as an SSRI")),
)
"""Kinds of treatment by key, as they stand in the journal's setting `treatments`."""


@dataclass(frozen=True, slots=True)
class FirstStartState:
    """One picture of the first start. `code` is the recovery code, shown once."""

    step: Step
    busy: bool = False
    message: str = ""
    code: str = ""
    can_go_back: bool = False


def step_before(step: Step, *, several_languages: bool) -> Step | None:
    """Where Back leads from a step, or None."""
    before = _BEFORE.get(step)
    return None if before is Step.LANGUAGE and not several_languages else before


def sentences(emergency_number: str) -> tuple[str, ...]:
    """The four sentences that say what this is."""
    return (
        _("Leeward is your own diary for symptoms and treatment."),
        _("It stays on this computer, locked with your passphrase."),
        _("It does not diagnose or advise."),
        _("Nobody watches what you write; in danger call {number}.").format(number=emergency_number),
    )


def treatment_words() -> tuple[tuple[str, str], ...]:
    """The treatments to choose from, by key and by words."""
    return tuple((key, _(words)) for key, words in TREATMENTS)

"""One question with its answer, as a row shows it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journal.model.entries import State
from journal.texts.translation import _


class RowKind(StrEnum):
    """How a row is answered: on round steps, on two words, or by typing a number."""

    STEPS = "steps"
    WORDS = "words"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Step:
    """One answer that can be chosen: its value, the figure on the step, its word (or empty)."""

    value: float
    figure: str
    word: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it: "2, moderately"."""
        return _("{figure}, {word}").format(figure=self.figure, word=self.word) if self.word else self.figure


@dataclass(frozen=True, slots=True)
class RowState:
    """A question with its answer. `state` None: not answered in this check-in.

    `description` is the clinical name, for whoever searches or listens for it. `minimum`,
    `maximum`, `step` and `unit` are those of a number row; `shown` is its text in the field. `aside` is
    what the minus key says here, where that is not "not applicable".
    """

    key: str
    label: str
    kind: RowKind = RowKind.STEPS
    steps: tuple[Step, ...] = ()
    value: float | None = None
    state: State | None = None
    description: str = ""
    unit: str = ""
    minimum: float = 0.0
    maximum: float | None = None
    step: float = 1.0
    shown: str = ""
    aside: str = ""

    @property
    def chosen(self) -> int | None:
        """Index of the chosen step, or None."""
        if self.state is not State.RATED:
            return None
        return next((n for n, step in enumerate(self.steps) if step.value == self.value), None)

    @property
    def answered(self) -> bool:
        """True when it was rated or marked as not applicable."""
        return self.state in (State.RATED, State.NOT_APPLICABLE)

    @property
    def aside_words(self) -> str:
        """What is said of a question that was put aside: "not applicable"."""
        return self.aside or _("not applicable")

    @property
    def spoken_answer(self) -> str:
        """The answer in words: "2, moderately", "not answered", "not applicable"."""
        if self.state is State.NOT_APPLICABLE:
            return self.aside_words
        if not self.answered:
            return _("not answered")
        if self.chosen is not None:
            return self.steps[self.chosen].spoken
        return f"{self.shown} {self.unit}".strip()


def spoken_place(row: RowState, position: int, total: int) -> str:
    """Where the keyboard is: "Flashbacks, not answered, 2 of 14"."""
    return _("{label}, {answer}, {position} of {total}.").format(
        label=row.label, answer=row.spoken_answer, position=position, total=total
    )


def spoken_result(row: RowState) -> str:
    """What was just answered: "Nightmares, 2, moderately"."""
    return _("{label}, {answer}.").format(label=row.label, answer=row.spoken_answer)

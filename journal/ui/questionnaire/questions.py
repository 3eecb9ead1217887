"""What stands on the page of a questionnaire: questions with their answers, and words between them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journal.ui.widgets.row_state import RowState, Step


class QuestionKind(StrEnum):
    """By what a question is answered.

    Round steps beside the question; pills under it; options under each other, one or several of them; one
    line or several lines of text (a number or a day is typed too); a slider.
    """

    STEPS = "steps"
    PILLS = "pills"
    OPTIONS = "options"
    TICKS = "ticks"
    LINE = "line"
    LINES = "lines"
    SLIDER = "slider"


@dataclass(frozen=True, slots=True)
class Option(Step):
    """An answer in words. Its digit stands before the words; a screen reader says the words alone."""

    @property
    def spoken(self) -> str:
        """The words."""
        return self.word


@dataclass(frozen=True, slots=True)
class QuestionState:
    """A question with its answer.

    `ticked` are the places of the options chosen where several can be. `hint` says why a text is no answer.
    `ends` are the words at the ends of a slider. `level` is how many groups it stands in. `support` marks a
    question about thoughts of suicide, `still` shows the still line under it. `wide` gives a field the whole
    width. `own_words` marks the field beside the options of another question.
    """

    row: RowState
    kind: QuestionKind = QuestionKind.STEPS
    ticked: tuple[int, ...] = ()
    text: str = ""
    hint: str = ""
    ends: tuple[str, str] = ("", "")
    level: int = 0
    support: bool = False
    still: bool = False
    wide: bool = False
    own_words: bool = False

    @property
    def key(self) -> str:
        """The name of the question on the page."""
        return self.row.key


@dataclass(frozen=True, slots=True)
class HeadingState:
    """The words over a group of questions."""

    key: str
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class WordsState:
    """Words between questions. `strong` for what was worked out, such as a total; `quiet` for what explains."""

    key: str
    text: str
    level: int = 0
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class RepeatState:
    """The wish to answer a group once more, under its last answers. `words` name the group."""

    key: str
    words: str
    level: int = 0


Part = QuestionState | HeadingState | WordsState | RepeatState
"""One thing that stands in the column of a questionnaire."""

"""What a diary can't say and the person is asked once."""

from __future__ import annotations

from collections.abc import Iterable

from journal.exchange.diaries.naming import MISSING, ZERO, Choice, ImportAnswers, NameQuestion, Question
from journal.exchange.diaries.source import DiaryFormat
from journal.texts.translation import mark

BLANK = mark("What does it mean when an entry does not have a name?")
_CHOICES = (
    Choice(
        MISSING,
        mark("It was not asked"),
        mark("Nothing is written for it. Averages are over the entries that have it."),
    ),
    Choice(
        ZERO,
        mark("There was none of it"),
        mark("Each entry without it gets a 0 (or “no”), from the first day on which the file has the name."),
    ),
)


def questions_of(form: DiaryFormat, names: Iterable[NameQuestion], answers: ImportAnswers) -> tuple[Question, ...]:
    """The questions that this file raises, each with the answer in force."""
    if not any(form.destination(name.kind).blank for name in names):
        return ()
    return (Question("blank", BLANK, _CHOICES, answers.blank or MISSING),)

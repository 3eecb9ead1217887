"""What a diary can't say and the person is asked once."""

from __future__ import annotations

from collections.abc import Iterable

from journal.exchange.diaries.naming import MISSING, ZERO, Choice, ImportAnswers, NameQuestion, Question
from journal.exchange.diaries.source import Blank, DiaryFormat
from journal.texts.translation import mark

USUAL = Blank(
    mark("What does it mean when one of these names does not stand in an entry?"),
    mark("It was not asked"),
    mark("Nothing is written for it. Averages are over the entries that have it."),
    mark("There was none of it"),
    mark("Each entry without it gets a 0 (or “no”), from the first day on which the file has the name."),
)


def questions_of(form: DiaryFormat, names: Iterable[NameQuestion], answers: ImportAnswers) -> tuple[Question, ...]:
    """The questions that this file raises, each with the answer in force."""
    found = [destination for name in names if (destination := form.destination(name.kind)).blank]
    if not found:
        return ()
    asked = next((destination.asks for destination in found if destination.asks), USUAL)
    choices = (Choice(MISSING, asked.missing, asked.missing_means), Choice(ZERO, asked.none, asked.none_means))
    return (Question("blank", asked.text, choices, answers.blank or MISSING),)

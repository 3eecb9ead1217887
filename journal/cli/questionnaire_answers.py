"""The answers of `questionnaire record` as they are typed: 1,-,3 in the order of the paper."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.model.answering import answers_in_order
from journal.model.errors import AnswerOutOfRange
from journal.model.instruments import Instrument
from journal.model.questionnaires import GivenAnswer

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.questionnaires import KeptForm

SKIPPED, NOT_APPLICABLE = "-", "na"
_YES_NO = {"no": 0, "yes": 1}


@dataclass(frozen=True, slots=True)
class TypedAnswers:
    """The answers to a questionnaire of this key, or to a kept form."""

    key: str
    form: KeptForm | None
    answers: tuple[GivenAnswer, ...]


def typed_answers(journal: Journal, name: str, text: str) -> TypedAnswers:
    """The answers to the questionnaire or the form of a name; a text with commas stands in quotation marks.

    Raises UnknownInstrument, AnswersMiscounted, AnswerOutOfRange, FormAnswerUnfit.
    """
    from journal.app.forms_kept import form_called, form_of
    from journal.app.questionnaires import unknown_instrument
    from journal.model import form_answers

    cells = [cell.strip() for cell in next(csv.reader([text.replace("\n", " ")], skipinitialspace=True), [])]
    instrument = journal.instruments.called(name)
    if instrument is not None:
        return TypedAnswers(instrument.key, None, _numbers(instrument, cells))
    kept = form_called(journal, name)
    if kept is None:
        raise unknown_instrument(journal, name)
    return TypedAnswers("", kept, form_answers.answers_in_order(form_of(kept), cells))


def _numbers(instrument: Instrument, cells: list[str]) -> tuple[GivenAnswer, ...]:
    """The answers, counted before any is looked at: one too few shifts all that come after."""
    blank = answers_in_order(instrument, [GivenAnswer("", 0 if cell in ("0", "no") else 1) for cell in cells])
    return tuple(_answer(instrument, each.item, cell) for each, cell in zip(blank, cells, strict=True))


def _answer(instrument: Instrument, item: str, cell: str) -> GivenAnswer:
    word = cell.casefold()
    if word == SKIPPED:
        return GivenAnswer(item)
    if word == NOT_APPLICABLE:
        return GivenAnswer(item, not_applicable=True)
    if instrument.yes_no and word in _YES_NO:
        return GivenAnswer(item, _YES_NO[word])
    digits = word.removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
        low, high = instrument.range_of(item, max(instrument.highs))
        raise AnswerOutOfRange(name=instrument.name, item=item, value=cell, minimum=int(low), maximum=int(high))
    return GivenAnswer(item, int(digits))

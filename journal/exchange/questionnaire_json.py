"""Questionnaires in a journal document: their answers in order, each null where it was skipped."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from journal.exchange.json_fields import LARGEST, NOT_RIGHT, JsonFields
from journal.exchange.record_json import NOT_POSSIBLE, RecordJson
from journal.model.answering import LARGEST_TOTAL
from journal.model.instruments import Instrument, Instruments, TotalRanges
from journal.model.questionnaires import AnswerValue, Coded, GivenAnswer, Questionnaire
from journal.model.treatments import plain_name
from journal.texts.translation import mark

BOTH = mark("a questionnaire has a total that was typed in and answers as well")

_Object = dict[str, Any]


class QuestionnaireJson:
    """How questionnaires are written and read.

    What can't be an answer to a known instrument is refused, and a total outside the range of one known by its name.
    """

    def __init__(self, instruments: Instruments, ranges: TotalRanges) -> None:
        self._plain = RecordJson(Questionnaire, ("answers",))
        self._instruments, self._ranges = instruments, ranges

    def written(self, questionnaire: Questionnaire) -> _Object:
        """The object of a questionnaire."""
        return self._plain.written(questionnaire, answers=[_written(answer) for answer in questionnaire.answers])

    def read(self, given: JsonFields) -> Questionnaire:
        """The questionnaire of an object. Raises InvalidFile."""
        answers = tuple(_read(answer) for answer in given.objects("answers"))
        read = self._plain.read(given, answers=answers)
        if read.total is not None and (answers or not self._in_range(read, read.total)):
            given.refuse("total", BOTH if answers else NOT_POSSIBLE)
        known = self._instruments.get(read.instrument)
        if known is not None and not _fits(known, read):
            given.refuse("answers" if answers else "total", NOT_POSSIBLE)
        return read

    def _in_range(self, read: Questionnaire, total: float) -> bool:
        """Whether a total is in the range of its name. One of a form or of an instrument has no name of its own."""
        named = not read.instrument and read.form_id is None
        widest = (-LARGEST_TOTAL, LARGEST_TOTAL)
        low, high = self._ranges.get(plain_name(read.name), widest) if named else widest
        return low <= total <= high


def _fits(instrument: Instrument, questionnaire: Questionnaire) -> bool:
    """Whether the answers and the total of a known instrument can be."""
    maximum = questionnaire.maximum
    if maximum is not None and maximum not in instrument.highs:
        return False
    if questionnaire.total is not None:
        return 0 <= questionnaire.total <= instrument.possible(maximum)
    items = [answer.item for answer in questionnaire.answers]
    return len(set(items)) == len(items) and all(
        _answers(instrument, answer, maximum) for answer in questionnaire.answers
    )


def _answers(instrument: Instrument, answer: GivenAnswer, maximum: float | None) -> bool:
    if instrument.item(answer.item) is None:
        return False
    low, high = instrument.range_of(answer.item, maximum)
    value = answer.value
    if value is None:
        return True
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value == int(value) and low <= value <= high


def _written(answer: GivenAnswer) -> _Object:
    value = asdict(answer.value) if isinstance(answer.value, Coded) else answer.value
    return {"item": answer.item, "value": value, "not_applicable": answer.not_applicable}


def _read(given: JsonFields) -> GivenAnswer:
    return GivenAnswer(given.text("item"), _value(given), given.flag("not_applicable"))


def _value(given: JsonFields) -> AnswerValue | None:
    value = given.any_value("value")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value if abs(value) <= LARGEST else given.refuse("value", NOT_RIGHT)
    if isinstance(value, str):
        return given.text("value")
    code = given.inner("value")
    return Coded(code.text("system"), code.text("code"), code.text("display"))

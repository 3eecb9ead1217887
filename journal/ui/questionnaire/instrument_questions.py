"""The questions of a shipped instrument: number on paper, short topic, and the steps of its range. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from journal.model.entries import State
from journal.model.instruments import GATE, Instrument, InstrumentItem, Scoring
from journal.model.questionnaires import GivenAnswer
from journal.model.scoring import asks_for_support
from journal.texts.numbers import amount
from journal.texts.questionnaires import number_and_topic, topic
from journal.texts.translation import _
from journal.ui.questionnaire.questions import Part, QuestionState
from journal.ui.questionnaire.typed_answers import number_state
from journal.ui.widgets.row_state import RowKind, RowState, Step

MOST_STEPS = 11
"""A range with more steps than 0 to 10 is answered by typing a number."""


def instrument_parts(
    instrument: Instrument, answers: Iterable[GivenAnswer], maximum: float | None, texts: Mapping[str, str]
) -> tuple[Part, ...]:
    """What stands on the page. After a no to the gate nothing else is asked."""
    given = tuple(answers)
    return tuple(_parts(instrument, given, maximum, texts))


def _parts(
    instrument: Instrument, given: tuple[GivenAnswer, ...], maximum: float | None, texts: Mapping[str, str]
) -> Iterator[Part]:
    by_number = {answer.item: answer for answer in given}
    support = asks_for_support(instrument, given)
    gate = by_number.get(GATE)
    closed = instrument.gate is not None and gate is not None and gate.value == 0
    for item in instrument.asked:
        if closed and item.number != GATE:
            return
        question = _question(instrument, item, by_number.get(item.number), maximum, texts.get(item.number))
        asks = item.number == instrument.support_item
        yield replace(question, support=asks, still=asks and support)


def _question(
    instrument: Instrument,
    item: InstrumentItem,
    answer: GivenAnswer | None,
    maximum: float | None,
    text: str | None,
) -> QuestionState:
    low, high = instrument.range_of(item.number, maximum)
    label = number_and_topic(item) if len(instrument.asked) > 1 else topic(item)
    value = float(answer.value) if answer is not None and isinstance(answer.value, int | float) else None
    row = RowState(
        key=item.number,
        label=label,
        value=value,
        state=None if answer is None else State.RATED if value is not None else State.NOT_APPLICABLE,
        minimum=low,
        maximum=high,
        aside="" if instrument.scoring is Scoring.SHARE else _("skipped"),
    )
    if high - low >= MOST_STEPS:
        return number_state(row, text)
    return QuestionState(_stepped(row, yes_no=instrument.yes_no or item.number == GATE))


def _stepped(row: RowState, *, yes_no: bool) -> RowState:
    if yes_no:
        words = (Step(0.0, "0", _("No")), Step(1.0, "1", _("Yes")))
        return replace(row, kind=RowKind.WORDS, steps=words)
    figures = range(int(row.minimum), int(row.maximum or 0) + 1)
    return replace(row, steps=tuple(Step(float(n), amount(n)) for n in figures))


def answer_of(instrument: Instrument, number: str, value: float | None, state: State | None) -> GivenAnswer | None:
    """The answer that a press on a row stands for; None takes it away."""
    if state is None:
        return None
    if state is State.NOT_APPLICABLE or value is None:
        return GivenAnswer(number, None, not_applicable=instrument.scoring is Scoring.SHARE)
    return GivenAnswer(number, int(value))

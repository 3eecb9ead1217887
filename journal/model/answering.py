"""Answers and totals checked against the instrument that they belong to, before they are kept."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from journal.model.errors import (
    AnswerMisplaced,
    AnswerOutOfRange,
    AnswersMiscounted,
    NothingAnswered,
    SpanUnknown,
    TotalOutOfRange,
)
from journal.model.instruments import GATE, Instrument, Scoring, TotalRanges
from journal.model.questionnaires import AnswerValue, GivenAnswer, Span
from journal.model.treatments import plain_name

LARGEST_TOTAL = 1_000_000
"""A total of an instrument that is not known may be anything up to this, below 0 too."""


def checked_answers(
    instrument: Instrument, answers: Iterable[GivenAnswer], maximum: float | None = None
) -> tuple[GivenAnswer, ...]:
    """One answer for each question in its order; questions without an answer count as skipped.

    Raises AnswerMisplaced, AnswerOutOfRange, NothingAnswered.
    """
    given: dict[str, GivenAnswer] = {}
    for answer in answers:
        if answer.item in given or instrument.item(answer.item) is None:
            raise AnswerMisplaced(name=instrument.name, item=answer.item)
        given[answer.item] = _checked(instrument, answer, maximum)
    if not any(answer.value is not None for answer in given.values()):
        raise NothingAnswered(name=instrument.name)
    stops = instrument.gate is not None and GATE in given and given[GATE].value == 0
    asked = [GATE] if stops else [item.number for item in instrument.asked]
    return tuple(given.get(number) or GivenAnswer(number) for number in asked)


def answers_in_order(instrument: Instrument, values: Sequence[GivenAnswer]) -> tuple[GivenAnswer, ...]:
    """The answers as they stand on paper from the first question on. Raises AnswersMiscounted."""
    asked = instrument.asked
    only_gate = instrument.gate is not None and len(values) == 1 and values[0].value == 0
    if len(values) != len(asked) and not only_gate:
        raise AnswersMiscounted(name=instrument.name, given=len(values), wanted=len(asked))
    return tuple(replace(value, item=item.number) for item, value in zip(asked, values, strict=False))


def checked_span(instrument: Instrument | None, span: Span | None) -> Span:
    """The time the answers are about: the usual one where none is said. Raises SpanUnknown."""
    spans = instrument.spans if instrument is not None else ()
    if span is None or span is Span.NONE:
        return spans[0] if spans else Span.NONE
    if span not in spans:
        raise SpanUnknown(name=instrument.name if instrument is not None else "", span=str(span))
    return span


def checked_maximum(instrument: Instrument | None, maximum: float | None) -> float | None:
    """The highest answer where the instrument leaves a choice, None elsewhere. Raises TotalOutOfRange."""
    if instrument is None or not instrument.other_highs:
        return None
    if maximum is None:
        return float(instrument.high)
    if maximum not in instrument.highs:
        highs = sorted(instrument.highs)
        raise TotalOutOfRange(name=instrument.name, value=maximum, minimum=highs[0], maximum=highs[-1])
    return float(maximum)


def checked_total(
    instrument: Instrument | None,
    name: str,
    total: float,
    maximum: float | None = None,
    ranges: TotalRanges = MappingProxyType({}),
) -> float:
    """A total that was typed in, in the range of an instrument that is known or in that of its name in `ranges`.

    Raises TotalOutOfRange.
    """
    if instrument is None:
        if not name.strip() or not math.isfinite(total) or abs(total) > LARGEST_TOTAL:
            raise TotalOutOfRange(name=name, value=total, minimum=None, maximum=None)
        low, high = ranges.get(plain_name(name), (-LARGEST_TOTAL, LARGEST_TOTAL))
        if not low <= total <= high:
            raise TotalOutOfRange(name=name, value=total, minimum=low, maximum=high)
        return total
    possible = instrument.possible(maximum)
    whole = instrument.scoring is Scoring.SHARE or (math.isfinite(total) and total == int(total))
    if not whole or not 0 <= total <= possible:
        raise TotalOutOfRange(name=instrument.name, value=total, minimum=0, maximum=possible)
    return total


def _checked(instrument: Instrument, answer: GivenAnswer, maximum: float | None) -> GivenAnswer:
    if answer.not_applicable:
        if instrument.scoring is not Scoring.SHARE:
            raise AnswerMisplaced(name=instrument.name, item=answer.item)
        return GivenAnswer(answer.item, not_applicable=True)
    if answer.value is None:
        return GivenAnswer(answer.item)
    low, high = instrument.range_of(answer.item, maximum)
    value = _number(answer.value)
    if value is None or not math.isfinite(value) or value != int(value) or not low <= value <= high:
        raise AnswerOutOfRange(
            name=instrument.name, item=answer.item, value=answer.value, minimum=int(low), maximum=int(high)
        )
    return GivenAnswer(answer.item, int(value))


def _number(value: AnswerValue) -> float | None:
    return float(value) if isinstance(value, int | float) else None

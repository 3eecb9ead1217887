"""From items and answers to the rows of a form. Pure, no Qt; History's editing uses it too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from journal.model.entries import Entry, State
from journal.model.items import Item, Kind, Origin
from journal.texts.items import ItemWords, step_count
from journal.texts.numbers import amount
from journal.ui.widgets.row_state import RowKind, RowState, Step

MOST_STEPS = 11
"""A scale with more steps than 0 to 10 is answered by typing a number."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: a value, or a state without one."""

    value: float | None
    state: State


Answers = Mapping[str, Answer]
"""Answers by item key."""


def answers_of(entry: Entry | None, items: tuple[Item, ...]) -> dict[str, Answer]:
    """The answers of an entry by item key. What was left unanswered counts as not answered yet."""
    if entry is None:
        return {}
    keys = {item.id: item.key for item in items}
    return {
        keys[rating.item_id]: Answer(rating.value, rating.state)
        for rating in entry.ratings
        if rating.item_id in keys and rating.state is not State.UNANSWERED
    }


def row_of(item: Item, answer: Answer | None, words: ItemWords) -> RowState:
    """The row of one item with its answer."""
    version = item.version
    value = answer.value if answer else None
    kind = _kind(item)
    return RowState(
        key=item.key,
        label=words.item_label(item),
        kind=kind,
        steps=() if kind is RowKind.NUMBER else _steps(item, words),
        value=value,
        state=answer.state if answer else None,
        description=words.clinical_name(item),
        unit=shown_unit(item, words),
        minimum=version.minimum,
        maximum=version.maximum,
        step=version.step,
        shown="" if value is None else amount(value),
    )


def _kind(item: Item) -> RowKind:
    if item.kind is Kind.YES_NO:
        return RowKind.WORDS
    if item.kind is Kind.SCALE and 1 < step_count(item.version) <= MOST_STEPS:
        return RowKind.STEPS
    return RowKind.NUMBER


def _steps(item: Item, words: ItemWords) -> tuple[Step, ...]:
    version = item.version
    values = [version.minimum + n * version.step for n in range(step_count(version))]
    return tuple(Step(value, amount(value), words.word_for(item, value)) for value in values)


def is_open(item: Item, answers: Answers, items: Mapping[str, Item]) -> bool:
    """Whether a question is asked now: one that another opens is, once that is above nothing."""
    if not item.opened_by or item.key in answers:
        return True
    opener = items.get(item.opened_by)
    answer = answers.get(item.opened_by)
    least = opener.version.minimum if opener else 0.0
    return answer is not None and answer.value is not None and answer.value > least


def shown_unit(item: Item, words: ItemWords) -> str:
    """The unit beside a number; empty where the label says it already ("Hours slept", "Alcohol (drinks)")."""
    unit = words.unit(item)
    said = (item.kind is Kind.HOURS and item.origin is Origin.CATALOGUE) or unit.casefold() in re.findall(
        r"\w+", words.item_label(item).casefold()
    )
    return "" if said else unit

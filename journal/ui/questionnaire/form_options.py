"""The options of a choice: their digits, their words, and how they stand. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journal.model.forms import FormItem, Option
from journal.model.questionnaires import GivenAnswer
from journal.texts.numbers import amount
from journal.ui.widgets.row_state import Step

LONGEST_PILL = 28
"""Options with more letters stand under each other, shorter ones beside each other."""

MOST_PILLS = 6
LARGEST_DIGIT = 10


def pill_words(step: Step, item: FormItem) -> str:
    """Its words on a pill, behind the number that it counts as."""
    words = step.word.removeprefix(f"{step.figure} ")  # the paper form has the same number before it
    return f"{step.figure}\u2003{words}" if item.ordinal else step.word


def are_pills(steps: Sequence[Step]) -> bool:
    """Whether options are few and short enough to stand beside each other."""
    return len(steps) <= MOST_PILLS and all(len(step.word) <= LONGEST_PILL for step in steps)


def is_own(item: FormItem, answer: GivenAnswer) -> bool:
    """Whether an answer to a choice is in words of one's own, and none of its options."""
    return isinstance(answer.value, str) and item.option_of(answer.value) is None


def option_steps(options: Iterable[Option]) -> tuple[Step, ...]:
    """The options as steps: their digits are the numbers they count as where these tell them apart, else from 1."""
    listed = tuple(options)
    ordinals = [option.ordinal for option in listed]
    plain = all(n is not None and n == int(n) and 0 <= n <= LARGEST_DIGIT for n in ordinals)
    figures = [float(n or 0) for n in ordinals] if plain and len(set(ordinals)) == len(listed) else None
    values = figures or [float(n) for n in range(1, len(listed) + 1)]
    return tuple(Step(value, amount(value), option_words(o)) for value, o in zip(values, listed, strict=True))


def option_words(option: Option) -> str:
    """An option's words behind what stands before them on paper."""
    return f"{option.prefix} {option.label}".strip()

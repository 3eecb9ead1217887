"""The questions of a form that was opened from a file, in the file's own words. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journal.model.entries import State
from journal.model.form_conditions import ShownItem, shown
from journal.model.form_keys import answer_key
from journal.model.form_totals import SUPPORT_CODES
from journal.model.forms import Form, FormItem, ItemKind, Option, same_value
from journal.model.questionnaires import AnswerValue, Coded, GivenAnswer
from journal.texts.numbers import amount
from journal.texts.translation import _
from journal.ui.questionnaire.questions import (
    HeadingState,
    Part,
    QuestionKind,
    QuestionState,
    RepeatState,
    WordsState,
)
from journal.ui.questionnaire.questions import Option as Choice
from journal.ui.questionnaire.typed_answers import Unclear, read_item, shown_item
from journal.ui.widgets.row_state import RowKind, RowState, Step

LONGEST_PILL = 28
"""Options with more letters stand under each other, shorter ones beside each other."""

MOST_PILLS = 6
LARGEST_DIGIT = 10

STAR = "*"
OTHER = "\x1fown"
"""Behind the key of a choice: the field for words of one's own. No link id holds that letter."""


@dataclass(frozen=True, slots=True)
class FormInputs:
    """The answers so far, what stands half typed by key, and how often groups that repeat are asked."""

    answers: tuple[GivenAnswer, ...]
    texts: Mapping[str, str]
    rounds: Mapping[str, int]


def form_parts(form: Form, inputs: FormInputs, totals: Mapping[str, str]) -> tuple[Part, ...]:
    """What stands on the page now. `totals` are the words of a total by the link id of the item that shows it."""
    return tuple(_parts(form, inputs, totals))


def _parts(form: Form, inputs: FormInputs, totals: Mapping[str, str]) -> Iterator[Part]:
    given = by_key(inputs.answers)
    closing: list[tuple[int, RepeatState]] = []
    for each in shown(form, inputs.answers, inputs.rounds):
        while closing and each.depth <= closing[-1][0] and not _another_round(each, closing[-1][1]):
            yield closing.pop()[1]
        if closing and _another_round(each, closing[-1][1]):
            closing.pop()
        yield from _part(each, given, inputs, totals)
        if each.item.kind is ItemKind.GROUP and each.item.repeats:
            closing.append((each.depth, RepeatState(each.key, each.item.label, each.depth)))
    while closing:
        yield closing.pop()[1]


def _another_round(each: ShownItem, open_group: RepeatState) -> bool:
    """Whether an item is the same group once more."""
    return each.item.kind is ItemKind.GROUP and each.key == open_group.key


def _part(
    each: ShownItem,
    given: Mapping[str, tuple[GivenAnswer, ...]],
    inputs: FormInputs,
    totals: Mapping[str, str],
) -> Iterator[Part]:
    item, key = each.item, each.key
    if item.kind is ItemKind.GROUP:
        if item.text or item.repeats:
            yield HeadingState(answer_key(key, each.places), _group_words(each), each.depth)
    elif item.kind is ItemKind.DISPLAY:
        yield WordsState(key, item.text, each.depth)
    elif item.link_id in totals:
        yield WordsState(key, totals[item.link_id], each.depth, strong=True)
    elif item.asked:
        for question in _questions(each, given.get(key, ()), inputs):
            yield replace(question, support=_asks_about_suicide(item)) if not question.own_words else question


def _asks_about_suicide(item: FormItem) -> bool:
    return any(code.code in SUPPORT_CODES for code in item.codes)


def _group_words(each: ShownItem) -> str:
    words = prefixed(each.item)
    if not each.item.repeats:
        return words
    return _("{name} ({number})").format(name=words, number=amount(each.places[-1])).strip()


def prefixed(item: FormItem) -> str:
    """The words of an item behind what stands before them on paper."""
    return f"{item.prefix} {item.label}".strip()


def asked_words(item: FormItem) -> str:
    """The words of a question, with a star where the form asks for an answer."""
    return f"{prefixed(item)} {STAR}" if item.required else prefixed(item)


def _questions(each: ShownItem, given: tuple[GivenAnswer, ...], inputs: FormInputs) -> Iterator[QuestionState]:
    item = each.item
    if item.kind is ItemKind.BOOLEAN:
        yield _yes_no(each, given)
    elif item.options and item.repeats:
        yield _ticks(each, given)
    elif item.options:
        yield _options(each, given)
    elif item.slider and _bounds(item) is not None:
        yield _slider(each, given)
    else:
        yield _typed(each, given, inputs.texts.get(each.key))
    if item.kind is ItemKind.OPEN_CHOICE:
        yield _other(each, given, inputs.texts.get(each.key + OTHER))


def _row(each: ShownItem, given: tuple[GivenAnswer, ...], **more: object) -> RowState:
    aside = bool(given) and all(answer.value is None for answer in given)
    answered = any(answer.value is not None for answer in given)
    return RowState(
        key=each.key,
        label=asked_words(each.item),
        state=State.RATED if answered else State.NOT_APPLICABLE if aside else None,
        unit="" if "{" in each.item.unit else each.item.unit,  # a note between braces is no unit that anyone says
        aside=_("skipped"),
        **more,  # type: ignore[arg-type]
    )


def _yes_no(each: ShownItem, given: tuple[GivenAnswer, ...]) -> QuestionState:
    value = _first(given)
    steps = (Step(0.0, "0", _("No")), Step(1.0, "1", _("Yes")))
    row = _row(each, given, kind=RowKind.WORDS, steps=steps, value=float(value) if isinstance(value, bool) else None)
    return QuestionState(row, QuestionKind.PILLS, level=each.depth)


def _options(each: ShownItem, given: tuple[GivenAnswer, ...]) -> QuestionState:
    item, value = each.item, _first(given)
    steps = option_steps(item.options)
    chosen = next((n for n, option in enumerate(item.options) if same_value(option.value, value)), None)
    pills = len(steps) <= MOST_PILLS and all(len(step.word) <= LONGEST_PILL for step in steps)
    row = _row(
        each,
        given,
        kind=RowKind.WORDS,
        steps=tuple(Choice(s.value, s.figure, _pill_words(s, item) if pills else s.word) for s in steps),
        value=None if chosen is None else steps[chosen].value,
    )
    if row.state is State.RATED and chosen is None:
        row = _without_choice(row, value)
    kind = QuestionKind.PILLS if pills else QuestionKind.OPTIONS
    return QuestionState(row, kind, level=each.depth)


def _pill_words(step: Step, item: FormItem) -> str:
    """Its words, behind the number that it counts as."""
    words = step.word.removeprefix(f"{step.figure} ")  # the paper form has the same number before it
    return f"{step.figure}\u2003{words}" if item.ordinal else step.word


def _without_choice(row: RowState, value: AnswerValue | None) -> RowState:
    """Answered in one's own words: no option is chosen, and the row says the words."""
    return replace(row, shown=str(value))


def _ticks(each: ShownItem, given: tuple[GivenAnswer, ...]) -> QuestionState:
    item = each.item
    places = tuple(
        n for n, option in enumerate(item.options) if any(same_value(option.value, answer.value) for answer in given)
    )
    steps = tuple(Choice(float(n), amount(n), option_words(option)) for n, option in enumerate(item.options, 1))
    words = ", ".join(steps[n].word for n in places)
    row = _row(each, given, steps=steps, shown=words)
    return QuestionState(row, QuestionKind.TICKS, ticked=places, level=each.depth)


def _slider(each: ShownItem, given: tuple[GivenAnswer, ...]) -> QuestionState:
    item, value = each.item, _first(given)
    low, high = _bounds(item) or (0.0, 1.0)
    number = float(value) if isinstance(value, int | float) else None
    row = _row(
        each,
        given,
        kind=RowKind.NUMBER,
        value=number,
        minimum=low,
        maximum=high,
        step=item.step or 1.0,
        shown="" if number is None else amount(number),
    )
    ends = (item.ends[0] or amount(low), item.ends[1] or amount(high))
    return QuestionState(row, QuestionKind.SLIDER, ends=ends, level=each.depth)


def _typed(each: ShownItem, given: tuple[GivenAnswer, ...], text: str | None) -> QuestionState:
    item = each.item
    shown_now = shown_item(item, _first(given))
    row = _row(each, given, kind=RowKind.NUMBER, shown=shown_now)
    return QuestionState(
        row,
        QuestionKind.LINES if item.kind is ItemKind.TEXT else QuestionKind.LINE,
        text=shown_now if text is None else text,
        hint="" if text is None else hint_of(item, text),
        level=each.depth,
        wide=item.kind in (ItemKind.STRING, ItemKind.TEXT),
    )


def _other(each: ShownItem, given: tuple[GivenAnswer, ...], text: str | None) -> QuestionState:
    own = next((answer.value for answer in given if is_own(each.item, answer)), None)
    shown_now = "" if own is None else str(own)
    row = RowState(
        key=each.key + OTHER,
        label=_("Or in your own words"),
        kind=RowKind.NUMBER,
        state=State.RATED if own is not None else None,
        shown=shown_now,
        aside=_("skipped"),
    )
    return QuestionState(
        row,
        QuestionKind.LINE,
        text=shown_now if text is None else text,
        level=each.depth + 1,
        wide=True,
        own_words=True,
    )


def is_own(item: FormItem, answer: GivenAnswer) -> bool:
    """Whether an answer to a choice is in words of one's own, and none of its options."""
    return isinstance(answer.value, str) and item.option_of(answer.value) is None


def hint_of(item: FormItem, text: str) -> str:
    """Why a text is no answer, or nothing."""
    try:
        read_item(item, text)
    except Unclear as why:
        return str(why)
    return ""


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


def by_key(answers: Iterable[GivenAnswer]) -> dict[str, tuple[GivenAnswer, ...]]:
    """Answers by the key of their item, in their order."""
    found: dict[str, tuple[GivenAnswer, ...]] = {}
    for answer in answers:
        found[answer.item] = (*found.get(answer.item, ()), answer)
    return found


def _first(given: tuple[GivenAnswer, ...]) -> AnswerValue | Coded | None:
    return next((answer.value for answer in given if answer.value is not None), None)


def _bounds(item: FormItem) -> tuple[float, float] | None:
    low, high = item.minimum, item.maximum
    if isinstance(low, int | float) and isinstance(high, int | float) and low < high:
        return float(low), float(high)
    return None

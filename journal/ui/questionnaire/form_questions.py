"""The questions of a form that was opened from a file, in the file's own words. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journal.model.entries import State
from journal.model.form_conditions import ShownItem, shown
from journal.model.form_keys import answer_key
from journal.model.form_totals import SUPPORT_CODES
from journal.model.forms import Form, FormItem, ItemKind, same_value
from journal.model.questionnaires import AnswerValue, Coded, GivenAnswer
from journal.texts.numbers import amount
from journal.texts.translation import _
from journal.ui.questionnaire.form_options import are_pills, is_own, option_steps, option_words, pill_words
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

NTH = "\x1f"
"""Behind the key of a question that is typed and takes several answers, before the place of one of them."""

MOST_ANSWERS = 50
STAR = "*"
OTHER = "\x1fown words"
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
        yield WordsState(key, item.text, each.depth, quiet=item.is_help)
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
    elif item.repeats:
        yield from _several(each, given, inputs)
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
    pills = are_pills(steps)
    row = _row(
        each,
        given,
        kind=RowKind.WORDS,
        steps=tuple(Choice(s.value, s.figure, pill_words(s, item) if pills else s.word) for s in steps),
        value=None if chosen is None else steps[chosen].value,
    )
    if row.state is State.RATED and chosen is None:
        row = _without_choice(row, value)
    kind = QuestionKind.PILLS if pills else QuestionKind.OPTIONS
    return QuestionState(row, kind, level=each.depth)


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


def _several(each: ShownItem, given: tuple[GivenAnswer, ...], inputs: FormInputs) -> Iterator[QuestionState]:
    """A field for each answer that was typed, and one for the next."""
    values = tuple(answer for answer in given if answer.value is not None)
    most = min(MOST_ANSWERS, each.item.most_answers or MOST_ANSWERS)
    for place in range(min(len(values) + 1, most)):
        key = f"{each.key}{NTH}{place}"
        question = _typed(each, values[place : place + 1], inputs.texts.get(key))
        label = question.row.label if place == 0 else f"{question.row.label} ({amount(place + 1)})"
        yield replace(question, row=replace(question.row, key=key, label=label), own_words=place > 0)


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


def hint_of(item: FormItem, text: str) -> str:
    """Why a text is no answer, or nothing."""
    try:
        read_item(item, text)
    except Unclear as why:
        return str(why)
    return ""


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

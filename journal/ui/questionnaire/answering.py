"""From what is pressed or typed on a form to its answers. Pure, no Qt."""

from __future__ import annotations

from journal.model.entries import State
from journal.model.forms import FormItem, ItemKind
from journal.model.questionnaires import AnswerValue, GivenAnswer
from journal.ui.questionnaire.form_options import is_own, option_steps
from journal.ui.questionnaire.typed_answers import read_item

Kept = tuple[GivenAnswer, ...]


def with_answers(answers: Kept, key: str, given: Kept) -> Kept:
    """The answers with others for one item, in its old place."""
    place = next((n for n, answer in enumerate(answers) if answer.item == key), len(answers))
    others = [answer for answer in answers if answer.item != key]
    return (*others[:place], *given, *others[place:])


def of_value(item: FormItem, key: str, value: float | None, state: State | None) -> Kept:
    """What a press on a row stands for: an option, yes or no, a number; none takes the answer away."""
    if state is None:
        return ()
    if state is State.NOT_APPLICABLE or value is None:
        return (GivenAnswer(key),)
    if item.kind is ItemKind.BOOLEAN:
        return (GivenAnswer(key, value == 1.0),)
    if item.options:
        steps = option_steps(item.options)
        chosen = next(option for option, step in zip(item.options, steps, strict=True) if step.value == value)
        return (GivenAnswer(key, chosen.value),)
    return (GivenAnswer(key, int(value) if item.kind is ItemKind.INTEGER else value),)


def of_options(item: FormItem, key: str, places: tuple[int, ...], before: Kept) -> Kept:
    """The options that are ticked. One that excludes the others stands alone; words of one's own stay.

    Where a form takes only so many, the last one ticked takes the place of an earlier one.
    """
    was = {
        n for n, option in enumerate(item.options) for each in before if each.item == key and each.value == option.value
    }
    added = [n for n in places if n not in was]
    if added and item.options[added[-1]].exclusive:
        return (GivenAnswer(key, item.options[added[-1]].value),)
    own = tuple(answer for answer in before if answer.item == key and is_own(item, answer))
    if item.most_answers is not None and len(places) > item.most_answers:
        earlier = [n for n in places if n not in added]
        places = tuple(sorted([*earlier, *added][-item.most_answers :]))
    kept = tuple(GivenAnswer(key, item.options[n].value) for n in places if not (added and item.options[n].exclusive))
    return (*kept, *own)


def of_text(item: FormItem, key: str, text: str) -> Kept:
    """What a text says. Raises `Unclear`."""
    if not text.strip():
        return ()
    value: AnswerValue = read_item(item, text)
    return (GivenAnswer(key, value),)


def with_nth(answers: Kept, key: str, place: int, given: Kept) -> Kept:
    """All answers to a question that takes several, with another one at this place, or none there."""
    values = [answer for answer in answers if answer.item == key and answer.value is not None]
    values[place : place + 1] = given
    return tuple(values)


def with_own_words(item: FormItem, answers: Kept, key: str, text: str) -> Kept:
    """Words of one's own beside options: they stand for the option, or beside those that are ticked."""
    given = tuple(each for each in answers if each.item == key and each.value is not None and not is_own(item, each))
    words = (GivenAnswer(key, text.strip()),) if text.strip() else ()
    return with_answers(answers, key, (*given, *words) if item.repeats or not words else words)

"""The total of a form: the sum of what the chosen options count as. No formula of a file is ever reckoned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import fsum

from journal.model.form_conditions import ShownItem, shown
from journal.model.forms import NUMBERS, Form, FormItem
from journal.model.questionnaires import AnswerValue, Coded, GivenAnswer
from journal.model.scoring import Scored, Withheld

LOINC = "http://loinc.org"

TOTAL_CODES = frozenset({"101698-9", "44261-6", "70274-6"})
"""Items that hold a total, by LOINC: PCL-5, PHQ-9, GAD-7, as in the data files of the instruments."""

SUPPORT_CODES = frozenset({"44260-8"})
"""Questions about thoughts of suicide, by LOINC: PHQ-9 item 9."""

NOT_AT_ALL = "LA6568-5"
"""The lowest answer of the PHQ-9, by LOINC, for files that do not say what their answers count as."""


@dataclass(frozen=True, slots=True)
class FormTotal:
    """What a form comes to.

    `value` is None where an answer is missing, for the reason in `withheld`. `at` is the link id of
    the item that shows it, None for beside the form. `low` and `high` are the sums that the items
    shown now can come to; `n_items` is how many of them count.
    """

    value: float | None
    at: str | None
    withheld: Withheld | None
    n_answered: int
    n_items: int
    low: float
    high: float


def form_total(form: Form, answers: Sequence[GivenAnswer]) -> FormTotal | None:
    """The sum over the choices that are shown and count as numbers; None for a form that has none.

    The instruments of the data files give no total when an answer is missing, and so does every
    other form: nothing is estimated. An option that counts as no number is a missing answer.
    """
    if not any(item.ordinal for item in form.questions()):
        return None
    showing = shown(form, answers)
    counted = [each for each in showing if each.item.ordinal and each.item.asked]
    given = _given(answers)
    values = [_counts_as(each.item, given.get(each.key, [])) for each in counted]
    known = [value for value in values if value is not None]
    return FormTotal(
        value=round(fsum(known), 6) if known and len(known) == len(values) else None,
        at=_place(showing),
        withheld=_withheld(len(known), len(values)),
        n_answered=len(known),
        n_items=len(values),
        low=fsum(min(_ordinals(each.item)) for each in counted),
        high=fsum(_highest(each.item) for each in counted),
    )


def scored_form(form: Form, answers: Sequence[GivenAnswer]) -> Scored:
    """The total as that of an instrument is told; a form that counts nothing says how much was answered."""
    total = form_total(form, answers)
    if total is not None:
        return Scored(total.value, total.high, total.n_answered, total.n_items, total.withheld)
    given = _given(answers)
    asked = [each for each in shown(form, answers) if each.item.asked]
    return Scored(None, None, sum(each.key in given for each in asked), len(asked), Withheld.NO_RULE)


def with_total(form: Form) -> Form:
    """The form with the item marked that shows its total: it is filled in by the program and not asked.

    It is the only one with a formula, else the one coded as a total. Which of several formulas holds
    the total would be a guess. A form without choices that count as numbers asks for it like any other.
    """
    item = _total_item(form) if any(each.ordinal for each in form.questions()) else None
    return form if item is None else replace(form, items=_marked(form.items, item))


def _total_item(form: Form) -> FormItem | None:
    numbers = [item for item in form.every_item() if item.kind in NUMBERS]
    reckoned = [item for item in numbers if item.calculated]
    coded = [item for item in numbers if _has_code(item, TOTAL_CODES)]
    if len(reckoned) == 1:
        return reckoned[0]
    return coded[0] if len(coded) == 1 else None


def _marked(items: tuple[FormItem, ...], total: FormItem) -> tuple[FormItem, ...]:
    return tuple(
        replace(item, is_total=True) if item is total else replace(item, items=_marked(item.items, total))
        for item in items
    )


def asks_for_support(form: Form, answers: Sequence[GivenAnswer]) -> tuple[str, ...]:
    """The keys of the items under which the still line of support stands: PHQ-9 item 9 above 0. Never a score."""
    given = _given(answers)
    asking = [each for each in shown(form, answers) if _has_code(each.item, SUPPORT_CODES)]
    return tuple(
        each.key for each in asking if any(_is_above_none(each.item, value) for value in given.get(each.key, []))
    )


def _is_above_none(item: FormItem, value: AnswerValue) -> bool:
    """Whether an answer says more than "not at all": by what it counts as, else by its code or its number."""
    option = item.option_of(value)
    if option is not None and option.ordinal is not None:
        return option.ordinal > 0
    if isinstance(value, Coded):
        return value.code != NOT_AT_ALL
    return isinstance(value, int | float) and value > 0


def has_support_item(form: Form) -> bool:
    """Whether the form asks about thoughts of suicide, as PHQ-9 item 9 does."""
    return any(_has_code(item, SUPPORT_CODES) for item in form.every_item())


def _place(showing: Iterable[ShownItem]) -> str | None:
    """The total's item where it is shown now, and once."""
    return next((each.item.link_id for each in showing if each.item.is_total and not each.places), None)


def _given(answers: Iterable[GivenAnswer]) -> dict[str, list[AnswerValue]]:
    given: dict[str, list[AnswerValue]] = {}
    for answer in answers:
        if answer.value is not None and not answer.not_applicable:
            given.setdefault(answer.item, []).append(answer.value)
    return given


def _counts_as(item: FormItem, values: Iterable[AnswerValue]) -> float | None:
    """What the answers of an item count as together, None where one counts as nothing or there is none."""
    chosen = [item.option_of(value) for value in values]
    numbers = [None if option is None else option.ordinal for option in chosen]
    known = [number for number in numbers if number is not None]
    return fsum(known) if known and len(known) == len(numbers) else None


def _withheld(n_known: int, n_items: int) -> Withheld | None:
    if n_known == 0:
        return Withheld.NOTHING
    return None if n_known == n_items else Withheld.SKIPPED


def _ordinals(item: FormItem) -> list[float]:
    return [option.ordinal for option in item.options if option.ordinal is not None]


def _highest(item: FormItem) -> float:
    """The most that its options come to: one of them, or all that add where several may be chosen."""
    ordinals = _ordinals(item)
    added = fsum(ordinal for ordinal in ordinals if ordinal > 0) if item.repeats else 0.0
    return max(added, *ordinals)


def _has_code(item: FormItem, codes: frozenset[str]) -> bool:
    return any(code.code in codes and code.system in (LOINC, "") for code in item.codes)

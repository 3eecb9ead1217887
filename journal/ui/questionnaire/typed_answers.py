"""What is typed as an answer: what a text says, and how an answer is shown in its field. Pure, no Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from babel.dates import parse_date

from journal.model.form_answers import LARGEST_INTEGER, LONGEST_ANSWER, is_day
from journal.model.forms import FormItem, ItemKind
from journal.texts.dates import numeric_date
from journal.texts.locales import forms, locale_in_use
from journal.texts.numbers import amount, parse_number
from journal.texts.translation import _, ngettext
from journal.ui.questionnaire.questions import QuestionKind, QuestionState
from journal.ui.widgets.row_state import RowState

EXAMPLE_DAY = date(2026, 10, 29)


class Unclear(ValueError):
    """The text says no answer. Its argument is a sentence for the person."""


def number_state(row: RowState, text: str | None) -> QuestionState:
    """A question answered by typing a number; `text` is what stands half typed in its field."""
    shown = "" if row.value is None else amount(row.value)
    hint = "" if text is None else _hint_of(row, text)
    return QuestionState(replace(row, shown=shown), QuestionKind.LINE, text=shown if text is None else text, hint=hint)


def read_number(
    text: str, minimum: float | None, maximum: float | None, *, whole: bool, decimals: int | None = None
) -> float:
    """The number that a text says. Raises `Unclear`."""
    number = parse_number(text.strip())
    if number is None or (whole and number != int(number)):
        raise Unclear(_("A whole number.") if whole else _("A number such as {example}.").format(example=amount(2.5)))
    if decimals is not None and round(number, decimals) != number:
        raise Unclear(places_words(decimals))
    if (minimum is not None and number < minimum) or (maximum is not None and number > maximum):
        raise Unclear(_range_words(minimum, maximum))
    return number


def places_words(decimals: int) -> str:
    """How many places a number may have."""
    words = ngettext("At most {n} place after the point.", "At most {n} places after the point.", decimals)
    return words.format(n=amount(decimals))


def read_day(text: str) -> date:
    """The day that a text says, as it is written here or as ISO. Raises `Unclear`."""
    plain = text.strip()
    try:
        return date.fromisoformat(plain)
    except ValueError:
        pass
    try:
        day = parse_date(plain, locale=forms(locale_in_use()), format="short")
    except (ValueError, IndexError, KeyError):
        raise Unclear(_("A day such as {example}.").format(example=numeric_date(EXAMPLE_DAY))) from None
    if not isinstance(day, date):
        raise Unclear(_("A day such as {example}.").format(example=numeric_date(EXAMPLE_DAY)))
    return day


def read_item(item: FormItem, text: str) -> int | float | str:
    """The answer that a text gives to an item of a form. Raises `Unclear`."""
    if item.kind in (ItemKind.INTEGER, ItemKind.DECIMAL):
        whole = item.kind is ItemKind.INTEGER
        low, high = _number(item.minimum), _number(item.maximum)
        if whole:  # FHIR's whole numbers end there
            low = -LARGEST_INTEGER if low is None else low
            high = LARGEST_INTEGER if high is None else high
        number = read_number(text, low, high, whole=whole, decimals=item.most_decimals)
        return int(number) if whole else number
    if item.kind is ItemKind.DATE:
        return _read_day(item, text)
    longest = min(item.max_length or LONGEST_ANSWER, LONGEST_ANSWER)
    if len(text) > longest:
        words = ngettext("At most {n} letter.", "At most {n} letters.", longest)
        raise Unclear(words.format(n=amount(longest)))
    return text


def shown_item(item: FormItem, value: object) -> str:
    """An answer as it stands in its field."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return amount(value)
    if item.kind is ItemKind.DATE:
        return shown_day(str(value))
    return str(value)


def shown_day(text: str) -> str:
    """A day of ISO text as it is written here; what is less than a day stays as it is."""
    try:
        return numeric_date(date.fromisoformat(text))
    except ValueError:
        return text


def _read_day(item: FormItem, text: str) -> str:
    plain = text.strip()
    day = plain if is_day(plain) else read_day(plain).isoformat()
    low, high = item.minimum, item.maximum
    if isinstance(low, str) and day < low:
        raise Unclear(_("A day from {first} on.").format(first=shown_day(low)))
    if isinstance(high, str) and day > high:
        raise Unclear(_("A day up to {last}.").format(last=shown_day(high)))
    return day


def _hint_of(row: RowState, text: str) -> str:
    try:
        read_number(text, row.minimum, row.maximum, whole=True)
    except Unclear as why:
        return str(why)
    return ""


def _number(bound: float | str | None) -> float | None:
    return bound if isinstance(bound, int | float) else None


def _range_words(minimum: float | None, maximum: float | None) -> str:
    if minimum is not None and maximum is not None:
        return _("A number from {low} to {high}.").format(low=amount(minimum), high=amount(maximum))
    if minimum is not None:
        return _("A number from {low}.").format(low=amount(minimum))
    return _("A number up to {high}.").format(high=amount(maximum or 0))

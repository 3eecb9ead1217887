"""What a key typed into a cell makes of it. Pure.

A number that can't go on is saved at once; one that can (a 1 on 0 to 10) waits for the next key or for leaving.
"""

from __future__ import annotations

from dataclasses import dataclass

from journal.app.week_entries import Answered, fits
from journal.model.entries import State
from journal.model.items import Item, Kind
from journal.texts.numbers import parse_number

MINUS = "−"
SEPARATORS = ",."
LONGEST = 5


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the cell now. `answer` is what it says, None where it says nothing yet.

    `whole`: no further key fits. `refused`: the key did not fit, nothing changed.
    """

    text: str
    answer: Answered | None = None
    whole: bool = False
    refused: bool = False


def typed(item: Item, text: str, key: str) -> Typed:
    """The cell after a key: a digit, a minus, or a decimal separator, on what was typed into it before."""
    if key == MINUS:
        return _minus(item, text)
    new = text + key
    if key in SEPARATORS:
        good = item.kind is Kind.HOURS and bool(text) and not any(mark in text for mark in SEPARATORS)
        return Typed(new, read(item, new)) if good else Typed(text, read(item, text), refused=True)
    answer, longer = read(item, new), _can_go_on(item, new)
    if answer is None and not longer:
        return Typed(text, read(item, text), refused=True)
    return Typed(new, answer, whole=not longer)


def read(item: Item, text: str) -> Answered | None:
    """What a typed text says; a minus alone says that it does not apply."""
    if text == MINUS:
        return Answered(None, State.NOT_APPLICABLE)
    value = parse_number(text) if text else None
    return Answered(value, State.RATED) if value is not None and fits(item, value) else None


def _minus(item: Item, text: str) -> Typed:
    """Not applicable at once, but where the scale goes below nought a digit may follow."""
    if text:
        return Typed(text, read(item, text), refused=True)
    return Typed(MINUS, read(item, MINUS), whole=item.version.minimum >= 0)


def _can_go_on(item: Item, text: str) -> bool:
    """Whether a further digit, or a decimal part, could still fit."""
    if len(text) >= LONGEST:
        return False
    if item.kind is Kind.HOURS:
        return read(item, text) is not None
    if text.lstrip(MINUS) in ("", "0"):
        return text == MINUS
    return any(read(item, text + str(digit)) is not None for digit in range(10))

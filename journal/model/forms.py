"""A form: a questionnaire that was opened from a file, as it is asked. Its words are the file's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.model.questionnaires import Coded

Bound = float | str
"""The lowest or highest answer: a number, or a day as ISO text."""


class ItemKind(StrEnum):
    """How an item is asked. A group holds others, a display is only read."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    STRING = "string"
    TEXT = "text"
    CHOICE = "choice"
    OPEN_CHOICE = "open-choice"


NUMBERS = frozenset({ItemKind.INTEGER, ItemKind.DECIMAL})
CHOICES = frozenset({ItemKind.CHOICE, ItemKind.OPEN_CHOICE})
NOT_ASKED = frozenset({ItemKind.GROUP, ItemKind.DISPLAY})


class OptionKind(StrEnum):
    """What an option's value is in the file."""

    CODING = "coding"
    INTEGER = "integer"
    DATE = "date"
    STRING = "string"


class Operator(StrEnum):
    """How a condition compares the answers of a question with its own value."""

    EXISTS = "exists"
    EQUAL = "="
    NOT_EQUAL = "!="
    ABOVE = ">"
    BELOW = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. `ordinal` is the number it counts as, None for none; `prefix` stands before it on paper.

    An `exclusive` option stands alone where several may be chosen.
    """

    value: Coded | int | str
    label: str
    kind: OptionKind = OptionKind.CODING
    ordinal: float | None = None
    prefix: str = ""
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Whether an item is asked depends on the answers of another; for EXISTS the value is true or false."""

    question: str
    operator: Operator
    value: bool | int | float | str | Coded


@dataclass(frozen=True, slots=True)
class FormItem:
    """One item of a form, with those under it.

    `calculated` items have a formula in the file, which is never reckoned. With `any_of` one
    condition is enough, else all must hold. `minimum`, `maximum` are numbers or days, `step` is a
    slider's. `ends` are the words at a slider's low and high end. `most_answers` limits an item
    that repeats, `most_decimals` the places after the point. `is_help` marks a display that explains,
    `is_total` the number that shows the total of the form.
    """

    link_id: str
    kind: ItemKind
    text: str = ""
    prefix: str = ""
    codes: tuple[Coded, ...] = ()
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    hidden: bool = False
    calculated: bool = False
    is_help: bool = False
    is_total: bool = False
    options: tuple[Option, ...] = ()
    conditions: tuple[Condition, ...] = ()
    any_of: bool = False
    minimum: Bound | None = None
    maximum: Bound | None = None
    slider: bool = False
    step: float | None = None
    ends: tuple[str, str] = ("", "")
    unit: str = ""
    max_length: int | None = None
    most_answers: int | None = None
    most_decimals: int | None = None
    items: tuple[FormItem, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether a person answers it: not a group or a text, not reckoned, not locked, not hidden, no total."""
        return self.kind not in NOT_ASKED and not (self.read_only or self.calculated or self.hidden or self.is_total)

    @property
    def ordinal(self) -> bool:
        """Whether it is a choice whose options count as numbers."""
        return self.kind in CHOICES and any(option.ordinal is not None for option in self.options)

    @property
    def label(self) -> str:
        """Its words; where the file has none, those of its code, else its link id. A group may have none."""
        if self.text or self.kind is ItemKind.GROUP:
            return self.text
        return next((code.display for code in self.codes if code.display), self.link_id)

    def option_of(self, value: object) -> Option | None:
        """The option that an answer chose, or None: the same system and code, else the same code where one has none."""
        exact = (option for option in self.options if option.value == value and type(option.value) is type(value))
        return next(exact, None) or next((option for option in self.options if same_value(option.value, value)), None)


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire of a file. `url` and `version` name it everywhere, and can be empty; `codes` are its own."""

    url: str
    version: str
    title: str
    items: tuple[FormItem, ...]
    codes: tuple[Coded, ...] = ()

    @property
    def canonical(self) -> str:
        """The name that filled-in forms refer to: url|version."""
        return f"{self.url}|{self.version}" if self.url and self.version else self.url

    def every_item(self) -> Iterator[FormItem]:
        """All items in reading order, a group before what it holds."""
        return _walked(self.items, lambda _item: True)

    def item(self, link_id: str) -> FormItem | None:
        """The item of this link id, or None."""
        return next((item for item in self.every_item() if item.link_id == link_id), None)

    def questions(self) -> list[FormItem]:
        """What a person answers, in reading order, whether it is shown now or not."""
        return [item for item in _walked(self.items, lambda item: not item.hidden) if item.asked]


def same_value(one: object, other: object) -> bool:
    """Whether two answers are the same: codes by system and code, numbers as numbers, true is not 1."""
    if isinstance(one, Coded) and isinstance(other, Coded):
        same_system = one.system == other.system or not (one.system and other.system)
        return same_system and (one.code or one.display) == (other.code or other.display)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


def _walked(items: Sequence[FormItem], enters: Callable[[FormItem], bool]) -> Iterator[FormItem]:
    """Items in reading order, without those that are not entered and what they hold."""
    waiting = [item for item in reversed(items) if enters(item)]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(each for each in reversed(item.items) if enters(each))

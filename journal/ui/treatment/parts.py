"""What the page is made of, as plain data: cards of rows, the buttons on them, and forms. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from journal.ui.treatment.deeds import Deed

Value = str | date | time | bool
"""What stands in a field: text as typed, a day, a time of day, or a tick."""


class Weight(StrEnum):
    """How much a button draws the eye. A pill is one of a few answers and shows whether it holds."""

    PRIMARY = "primary"
    QUIET = "quiet"
    TEXT = "text"
    PILL = "pill"


@dataclass(frozen=True, slots=True)
class Press:
    """A button. `about` names what it is about where its words alone do not: for screen readers.

    `menu` are the choices of a button that opens a list: its own deed is then not used. `opened` says of one
    that unfolds a part of the page whether that part stands open; of all others it is None.
    """

    words: str
    deed: Deed
    weight: Weight = Weight.QUIET
    about: str = ""
    held: bool = False
    menu: tuple[tuple[str, Deed], ...] = ()
    opened: bool | None = None

    @property
    def spoken(self) -> str:
        """Its accessible name: "Taken, Sertraline 50 mg"."""
        return f"{self.words}, {self.about}" if self.about else self.words


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in a list. With `opens` its title is pressed to see more; `key` names it while the page stands."""

    key: str
    title: str
    lines: tuple[str, ...] = ()
    presses: tuple[Press, ...] = ()
    opens: Deed | None = None


class FieldKind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LINES = "lines"
    NUMBER = "number"
    DAY = "day"
    TIME = "time"
    CHOICE = "choice"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. `hint` stands in it while it is empty; `more` keeps it folded until asked for.

    `only_with` names a choice and the answer to it with which this field is shown; without that answer
    what stands in it does not count.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    value: Value = ""
    hint: str = ""
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    more: bool = False
    only_with: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form, opened by `deed`. `problems` say in words what does not fit, by field; "" for the whole."""

    deed: Deed
    title: str
    fields: tuple[Field, ...]
    submit: str
    words: str = ""
    under: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CardState:
    """A card. `words` stand over the rows, `foot` quietly under everything; the form stands under its row or below."""

    key: str
    title: str = ""
    words: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    presses: tuple[Press, ...] = ()
    form: Form | None = None
    foot: str = ""

"""What the Questionnaires page is read from, and where on it the person is. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from journal.model.instruments import Instrument
from journal.model.questionnaires import KeptForm, Questionnaire
from journal.model.scoring import Scored
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import Value

ROWS_AT_FIRST = 20
"""So many filled-in questionnaires are listed until more are asked for."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A questionnaire that was filled in, or a total, with what it comes to. `open`: questions were left in it."""

    questionnaire: Questionnaire
    scored: Scored
    instrument: Instrument | None = None
    form_title: str = ""
    open: bool = False

    @property
    def id(self) -> str:
        """Its id."""
        return self.questionnaire.id


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that the page shows. `filled` are the newest ones first, `more` how many stand behind them."""

    today: date
    instruments: tuple[Instrument, ...] = ()
    forms: tuple[KeptForm, ...] = ()
    filled: tuple[Filled, ...] = ()
    last: Mapping[str, Filled] = field(default_factory=dict)
    more: int = 0

    def of(self, questionnaire_id: str) -> Filled | None:
        """The one of this id, or None."""
        return next((each for each in self.filled if each.id == questionnaire_id), None)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that cannot be opened: its name, and each reason in words."""

    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What is opened on the page: a form by its wish, the words at its fields, and how many rows are listed."""

    form: Deed | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, Value] = field(default_factory=dict)
    refusal: Refusal | None = None
    rows_shown: int = ROWS_AT_FIRST

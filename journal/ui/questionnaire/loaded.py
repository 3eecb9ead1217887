"""What the page of a questionnaire is read from. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from journal.model.forms import Form
from journal.model.instruments import Instrument
from journal.model.questionnaires import Questionnaire


@dataclass(frozen=True, slots=True)
class Asked:
    """What is being answered: the key of a shipped instrument, or the id of a kept form."""

    instrument: str = ""
    form_id: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """The last total on the same scale, and its day."""

    day: date
    total: float


@dataclass(frozen=True, slots=True)
class Loaded:
    """An instrument or a form, with what was saved of it.

    `saved` is None until the first answer. `lately` is the day on which it was filled in shortly before,
    `before` the last total on the same scale; None for none. `now` is the local time at which the page
    was opened, without an offset.
    """

    asked: Asked
    now: datetime
    instrument: Instrument | None = None
    form: Form | None = None
    saved: Questionnaire | None = None
    lately: date | None = None
    before: Before | None = None
    digits_move_on: bool = True

    @property
    def name(self) -> str:
        """What the questionnaire is called."""
        if self.instrument is not None:
            return self.instrument.name
        return self.form.title if self.form is not None else ""

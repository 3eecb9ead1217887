"""The page of a day as cards of rows, made of what was read. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from journal.model.markers import Marker
from journal.model.medicines import Intake
from journal.model.practices import Practice
from journal.model.questionnaires import Questionnaire
from journal.model.sessions import Session
from journal.texts.dates import full_day, heading
from journal.texts.translation import _
from journal.ui.history.calendar_words import day_parts
from journal.ui.history.day_deeds import DayDo
from journal.ui.history.day_reading import DayRead
from journal.ui.history.day_rows import (
    appointment_row,
    calm_moment_row,
    change_row,
    dose_row,
    entry_row,
    marker_row,
    practice_row,
    questionnaire_row,
    session_row,
)
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.forms import build_form
from journal.ui.treatment.half_form import filled
from journal.ui.treatment.parts import CardState, Press, Row, Value, Weight
from journal.ui.treatment.state import with_form

DOT = " \u00b7 "


@dataclass(frozen=True, slots=True)
class DayPlace:
    """The day that is open, and the form that stands on its page with what does not fit in it.

    `typed` is what stands in that form already when it opens: it was left half filled in.
    """

    day: date = date.min
    form: Deed | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DayState:
    """`told` is the day in one line. `earlier` and `later` are the days beside it, None at the ends."""

    title: str = ""
    told: str = ""
    earlier: date | None = None
    later: date | None = None
    cards: tuple[CardState, ...] = ()


def build_state(read: DayRead, place: DayPlace) -> DayState:
    """The picture of a day."""
    page = read.page
    cards = tuple(card for card in (*_cards(read), _adding(read)) if card is not None)
    form = build_form(read.loaded, place.form) if place.form else None
    if form is not None:
        cards = with_form(cards, replace(filled(form, place.typed), problems=place.problems))
    told = DOT.join(day_parts(page.summary))
    return DayState(heading(full_day(page.day)), told, _beside(page.day, -1), _beside(page.day, 1), cards)


def _beside(day: date, by: int) -> date | None:
    return day + timedelta(days=by) if date.min < day < date.max else None


def _cards(read: DayRead) -> tuple[CardState | None, ...]:
    page, records = read.page, sorted(read.page.records, key=_at_ms)
    sessions = [session_row(each, read) for each in records if isinstance(each, Session)]
    doses = [dose_row(each, read) for each in records if isinstance(each, Intake)]
    scores = [questionnaire_row(each, read) for each in records if isinstance(each, Questionnaire)]
    practices = [practice_row(each, read) for each in records if isinstance(each, Practice)]
    markers = [marker_row(each) for each in records if isinstance(each, Marker)]
    return (
        _card("markers", _("Markers"), markers),
        _card("check-ins", _("Check-ins"), [entry_row(each, read) for each in page.entries]),
        _card("sessions", _("Sessions"), sessions),
        _card("medicines", _("Medicines"), [*(change_row(each) for each in page.changes), *doses]),
        _card("questionnaires", _("Questionnaires"), scores),
        _card("practices", _("Practice between sessions"), practices),
        _card("calm", _("Calm moments"), [calm_moment_row(each) for each in page.calm_moments]),
        _card("appointments", _("Appointments"), [appointment_row(each) for each in page.appointments]),
    )


def _card(key: str, title: str, rows: list[Row]) -> CardState | None:
    return CardState(key, title, rows=tuple(rows)) if rows else None


def _adding(read: DayRead) -> CardState | None:
    page, bare = read.page, read.page.summary is None
    words = _("Add a check-in") if page.entries else _("Add a check-in for this day")
    press = Press(words, Deed(DayDo.ADD_CHECK_IN), Weight.PRIMARY if bare else Weight.QUIET)
    if not bare and not page.can_add:
        return None
    told = (_("Nothing is written down here."),) if bare else ()
    return CardState("add", words=told, presses=(press,) if page.can_add else ())


def _at_ms(record: Session | Intake | Practice | Marker | Questionnaire) -> int:
    return 0 if isinstance(record, Marker) else record.at_ms

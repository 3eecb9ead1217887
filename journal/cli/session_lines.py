"""Sessions as lines for people: what was given, vitals, side effects, how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.cli.output import indented, shown
from journal.cli.treatment_json import session_json
from journal.model.sessions import BEFORE_MIN, Session, SideEffect, Vital
from journal.texts.items import ItemWords
from journal.texts.translation import _, pgettext
from journal.texts.treatments import (
    dose_text,
    phase_text,
    place_text,
    route_text,
    session_title,
    shortened_text,
    went_text,
)

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.courses import Course
    from journal.model.items import Item


class Shown:
    """Shows the sessions of a journal; what it needs of the journal is read once."""

    def __init__(self, journal: Journal) -> None:
        from journal.app.courses import courses
        from journal.app.sessions import numbered

        self._treatments = journal.treatments
        self._courses: dict[str | None, Course] = {course.id: course for course in courses(journal)}
        self._numbers = numbered(journal)
        self._items: dict[str, Item] = {item.id: item for item in journal.items()}
        self._words = ItemWords(journal.catalogue)

    def json(self, session: Session) -> dict[str, Any]:
        """A session as the command line's contract gives it."""
        keys = {item_id: item.key for item_id, item in self._items.items()}
        return session_json(session, *self._place(session), self._treatments, keys)

    def lines(self, session: Session) -> list[str]:
        """A session as a paragraph: its title first, then what was said about it."""
        title = shown(session_title(session, *self._place(session), self._treatments))
        is_open = ", " + _("still open") if session.open else ""
        head = f"{session.day.isoformat()} {session.at:%H:%M}  {session.id[:8]}  {title}{is_open}"
        return [head, *(f"  {line}" for line in self._told(session) if line)]

    def _place(self, session: Session) -> tuple[Course | None, int | None]:
        return self._courses.get(session.course_id), self._numbers.get(session.id)

    def _told(self, session: Session) -> list[str]:
        return [
            ", ".join(part for part in self._given(session) if part),
            *(vital_line(vital) for vital in session.vitals),
            *(self._effect_line(effect) for effect in session.effects),
            *_how_it_went(session),
            *_own_words(session),
        ]

    def _given(self, session: Session) -> list[str]:
        device_mg = self._treatments.of(session.kind).device_mg
        minutes = "" if session.minutes is None else _("{n} min").format(n=session.minutes)
        return [
            "" if session.dose is None else dose_text(session.dose, session.unit, device_mg),
            route_text(session.route) if session.route else "",
            minutes,
            "" if session.place is None else place_text(session.place),
            "" if session.shortened is None else shortened_text(session.shortened),
        ]

    def _effect_line(self, effect: SideEffect) -> str:
        item = self._items.get(effect.item_id)
        label = self._words.item_label(item) if item else "–"
        points = ", ".join(f"{point.at:%H:%M} {point.level}" for point in effect.points)
        phase = phase_text(effect.phase) if effect.phase else ""
        return f"{label}: {', '.join(part for part in (points, phase) if part)}"


def vital_line(vital: Vital) -> str:
    """The vitals of one time in a line."""
    pressure = ""
    if vital.systolic is not None or vital.diastolic is not None:
        pressure = _("blood pressure {systolic}/{diastolic}").format(
            systolic=_number(vital.systolic), diastolic=_number(vital.diastolic)
        )
    pulse = "" if vital.pulse is None else _("heart rate {n}").format(n=vital.pulse)
    spo2 = "" if vital.spo2 is None else _("oxygen {n} %").format(n=vital.spo2)
    when = pgettext("before the start", "Before") if vital.minute == BEFORE_MIN else _("{n} min").format(n=vital.minute)
    return f"{when}: {', '.join(part for part in (pressure, pulse, spo2) if part)}"


def _how_it_went(session: Session) -> list[str]:
    told = []
    if session.went is not None:
        told.append(_("How was it to go through? {word}").format(word=went_text(session.went)))
    if session.clear_min is not None:
        told.append(_("Time until clear again: {n} min").format(n=session.clear_min))
    if session.worked_with is not None:
        told.append(_("Could work with what came up: {n} of 4").format(n=session.worked_with))
    if session.ride is not None:
        told.append(_("A way home arranged? {word}").format(word=_("Yes") if session.ride else _("No")))
    return told


def _own_words(session: Session) -> list[str]:
    return [
        label.format(text=indented(text, "    "))
        for label, text in (
            (_("Why: {text}"), session.shortened_why),
            (_("Other medicines: {text}"), session.other_medicines),
            (_("Held back: {text}"), session.held_back),
            (_("Intention: {text}"), session.intention),
            (_("Note: {text}"), session.note),
        )
        if text
    ]


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)

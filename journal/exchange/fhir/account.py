"""What the person told of a session besides doses, vitals and side effects: one Observation with a component each."""

from __future__ import annotations

from collections.abc import Iterator

from journal.exchange.fhir.codings import Json, category, own, quantity, step
from journal.exchange.fhir.strings import string
from journal.exchange.fhir.subject import Subject, issued, when
from journal.exchange.iso_times import iso_time
from journal.model.sessions import Session, Shortened
from journal.texts.translation import _
from journal.texts.treatments import shortened_text, went_text

WORKED_TOP = 4
"""The top of the scale of how well the person could work with what came up."""


def account_observation(session: Session, number: int | None, part_of: Json, subject: Subject) -> Json | None:
    """What was told, as part of the session that `part_of` refers to; None where nothing was."""
    components = [*_place_in_course(session, number), *_course_of_it(session), *_before_it(session), *_texts(session)]
    if not components:
        return None
    return {
        **subject.observation("account", session.id, category=category("survey")),
        "partOf": [part_of],
        "code": own("session", _("About the session")),
        "effectiveDateTime": when(session),
        **issued(session),
        "component": components,
    }


def _place_in_course(session: Session, number: int | None) -> Iterator[Json]:
    if number is not None:
        yield _told("session.number", _("Its number in the course"), valueInteger=number)
    if session.planned_ms is not None:
        planned = iso_time(session.planned_ms, session.offset_min)
        yield _told("session.planned", _("Planned time"), valueDateTime=planned)


def _course_of_it(session: Session) -> Iterator[Json]:
    if session.went is not None:
        went = own(f"went.{session.went}", went_text(session.went))
        yield _told("session.went", _("How it was to go through"), valueCodeableConcept=went)
    if session.clear_min is not None:
        clear = quantity(session.clear_min, "min")
        yield _told("session.clear", _("Time until clear again"), valueQuantity=clear)
    if session.worked_with is not None:
        worked = step(session.worked_with, 0, WORKED_TOP, "")
        yield _told("session.worked_with", _("Could work with what came up"), valueCodeableConcept=worked)
    if session.shortened is Shortened.SLOWED:
        slowed = own(f"shortened.{session.shortened}", shortened_text(session.shortened))
        yield _told("session.shortened", _("Stopped or slowed"), valueCodeableConcept=slowed)
    if session.accompanied is not None:
        yield _told("session.accompanied", _("Someone was present"), valueBoolean=session.accompanied)
    if session.ride is not None:
        yield _told("session.ride", _("A way home arranged"), valueBoolean=session.ride)


def _before_it(session: Session) -> Iterator[Json]:
    if session.ate_ms is not None:
        ate = iso_time(session.ate_ms, session.offset_min)
        yield _told("session.ate", _("Last food before it"), valueDateTime=ate)
    if session.alcohol is not None:
        yield _told("session.alcohol", _("Alcohol in the 24 hours before"), valueBoolean=session.alcohol)
    if session.calming is not None:
        yield _told("session.calming", _("Calming medicine in the 24 hours before"), valueBoolean=session.calming)


def _texts(session: Session) -> Iterator[Json]:
    """Texts in the person's own words; each is a plain string, which no reader takes for markup."""
    for key, label, text in (
        ("session.held_back", _("Medicines held back before it"), session.held_back),
        ("session.other_medicines", _("Other medicines given"), session.other_medicines),
        ("session.intention", _("Intention"), session.intention),
        ("note", _("Note"), session.note),
    ):
        if words := string(text):
            yield _told(key, label, valueString=words)


def _told(key: str, label: str, **value: object) -> Json:
    return {"code": own(key, label), **value}

"""Side effects of a session: each point of their course an Observation whose focus is the session."""

from __future__ import annotations

from collections.abc import Iterator

from journal.exchange.fhir.codings import SYMPTOM, Json, category, loinc, own
from journal.exchange.fhir.subject import Subject, when
from journal.exchange.fhir.symptoms import AskedItem, AskedItems
from journal.exchange.iso_times import iso_time
from journal.model.sessions import Session, SideEffect
from journal.texts.translation import _
from journal.texts.treatments import phase_text


def effect_observations(session: Session, focus: Json, asked: AskedItems, subject: Subject) -> Iterator[Json]:
    """Every side effect that goes out; `focus` refers to the session."""
    for effect in session.effects:
        item = asked.of(effect.item_id)
        if item is not None:
            yield from _points(session, effect, item, focus, asked, subject)


def _points(
    session: Session, effect: SideEffect, item: AskedItem, focus: Json, asked: AskedItems, subject: Subject
) -> Iterator[Json]:
    phase = _phase(effect)
    for point in effect.points:
        head = subject.observation("effect", session.id, point.id, category=category("survey"))
        told = asked.felt(item, point.level)
        components = [*told.pop("component", []), *phase]
        at = iso_time(point.at_ms, point.offset_min)
        yield {**head, "focus": [focus], "effectiveDateTime": at, **told, "component": components}
    if not effect.points:
        head = subject.observation("effect", session.id, effect.item_id, category=category("survey"))
        told = {"code": loinc(SYMPTOM, _("Symptom")), "valueCodeableConcept": item.concept}
        said = {"component": phase} if phase else {}
        yield {**head, "focus": [focus], "effectiveDateTime": when(session), **told, **said}


def _phase(effect: SideEffect) -> list[Json]:
    if effect.phase is None:
        return []
    came = own(f"phase.{effect.phase}", phase_text(effect.phase))
    return [{"code": own("phase", _("When it came")), "valueCodeableConcept": came}]

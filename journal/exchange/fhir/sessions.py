"""A session: a Procedure, what was given as a MedicationStatement, and what the person told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journal.exchange.fhir.account import account_observation
from journal.exchange.fhir.codings import Json, concept, own, quantity
from journal.exchange.fhir.effects import effect_observations
from journal.exchange.fhir.strings import string
from journal.exchange.fhir.subject import Subject, refer, when
from journal.exchange.fhir.symptoms import AskedItems
from journal.exchange.fhir.vitals import vital_observations
from journal.exchange.iso_times import iso_time
from journal.model.entries import TimeKnown
from journal.model.sessions import DAY_MS, MINUTE_MS, Session, Shortened
from journal.model.treatments import DoseUnit, Group, Treatment, Treatments
from journal.texts import treatments as words
from journal.texts.translation import _


@dataclass(frozen=True, slots=True)
class SessionResources:
    """Makes the resources of a session.

    `courses` are the CarePlans that are in the bundle, by the ids of their courses; `numbers` the
    numbers of all sessions within their courses; `now_ms` the time at which the bundle is made.
    """

    subject: Subject
    asked: AskedItems
    treatments: Treatments
    courses: Mapping[str, Json]
    numbers: Mapping[str, int]
    now_ms: int

    def of(self, session: Session) -> Iterator[Json]:
        """The session itself first, then all that belongs to it."""
        procedure = self._procedure(session)
        yield procedure
        part_of = refer(procedure)
        kind = self.treatments.of(session.kind)
        if kind.dissociative or session.dose is not None:
            yield self._medicine(session, kind, part_of)
        account = account_observation(session, self.numbers.get(session.id), part_of, self.subject)
        if account is not None:
            yield account
        yield from vital_observations(session, part_of, self.subject)
        yield from effect_observations(session, part_of, self.asked, self.subject)

    def _procedure(self, session: Session) -> Json:
        label = words.treatment_label(self.treatments.of(session.kind))
        name, why = string(session.name) or label, string(session.shortened_why)
        return {
            **self.subject.made("Procedure", "session", session.id),
            **self._planned(session),
            "status": self._status(session),
            **({"statusReason": {"text": why}} if why else {}),
            "code": {**own(f"treatment.{session.kind}", label), "text": name},
            **_performed(session, "performed"),
            "recorder": self.subject.reference,
            "asserter": self.subject.reference,
            **({"location": {"display": words.place_text(session.place)}} if session.place else {}),
        }

    def _status(self, session: Session) -> str:
        if session.at_ms > self.now_ms:
            return "preparation"
        if session.shortened is Shortened.STOPPED:
            return "stopped"
        return "in-progress" if session.open and self.now_ms - session.at_ms < DAY_MS else "completed"

    def _medicine(self, session: Session, kind: Treatment, part_of: Json) -> Json:
        return {
            **self.subject.made("MedicationStatement", "session", session.id),
            **self._planned(session),
            "partOf": [part_of],
            "status": "intended" if session.at_ms > self.now_ms else "completed",
            "medicationCodeableConcept": _substance(session, kind),
            **_performed(session, "effective"),
            "informationSource": self.subject.reference,
            **_dosage(session, kind),
        }

    def _planned(self, session: Session) -> Json:
        plan = self.courses.get(session.course_id or "")
        return {} if plan is None else {"basedOn": [refer(plan)]}


def _performed(session: Session, field: str) -> Json:
    """When it was: from its start to its end where both are known."""
    if session.time_known is not TimeKnown.MINUTE or not session.minutes:
        return {f"{field}DateTime": when(session)}
    end = iso_time(session.at_ms + session.minutes * MINUTE_MS, session.offset_min)
    return {f"{field}Period": {"start": when(session), "end": end}}


def _substance(session: Session, kind: Treatment) -> Json:
    if kind.group is Group.ESKETAMINE:
        return own("medicine.esketamine", _("Esketamine"))
    if kind.group is Group.KETAMINE:
        return own("medicine.ketamine", _("Ketamine"))
    return concept(string(session.name) or words.treatment_label(kind))


def _dosage(session: Session, kind: Treatment) -> Json:
    """The dose as it was told, and in mg where that can be reckoned."""
    route = string(session.route)
    told = [] if session.dose is None else [words.dose_text(session.dose, session.unit, kind.device_mg)]
    said = ", ".join(filter(None, [*map(string, told), words.route_text(route)]))
    if not said:
        return {}
    rates = [{"doseQuantity": dose} for dose in _doses(session, kind)]
    return {
        "dosage": [
            {
                "text": said,
                **({"route": own(f"route.{route}", words.clinical_route(route))} if route else {}),
                **({"doseAndRate": rates} if rates else {}),
            }
        ]
    }


def _doses(session: Session, kind: Treatment) -> list[Json]:
    if session.dose is None:
        return []
    factors: dict[str, float | None] = {DoseUnit.MG_PER_KG: session.weight_kg, DoseUnit.DEVICE: kind.device_mg}
    factor = factors.get(session.unit)
    reckoned = [] if factor is None else [quantity(round(session.dose * factor, 6), "mg")]
    return [quantity(session.dose, session.unit), *reckoned]

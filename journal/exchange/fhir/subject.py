"""The person the bundle is about, and what every resource they made has in common."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from journal.exchange.fhir.codings import PATIENT_ASSERTED, Json
from journal.exchange.fhir.strings import string
from journal.exchange.iso_times import iso_time
from journal.model.entries import TimeKnown

_NAMESPACE = uuid.UUID("0a5a6d1e-3c0f-5b53-9c58-6b1f0d2a7e44")
"""The ids of resources are uuid5 of what they were made from: the same journal gives the same ids every time."""


class Timed(Protocol):
    """A record with a time: an entry, a session, a dose, a practice."""

    @property
    def at_ms(self) -> int:
        """UTC milliseconds since 1970."""

    @property
    def offset_min(self) -> int:
        """The local offset then, in minutes."""

    @property
    def day(self) -> date:
        """The day it belongs to."""

    @property
    def time_known(self) -> TimeKnown:
        """How exactly the time is known."""

    @property
    def made_ms(self) -> int | None:
        """When it was written down."""

    @property
    def made_offset_min(self) -> int | None:
        """The local offset then."""

    @property
    def changed_ms(self) -> int | None:
        """When it was changed last."""


@dataclass(frozen=True)
class Subject:
    """Whose journal it is. `name` and `born` are empty unless the person asked for them."""

    journal_id: str
    name: str = ""
    born: date | None = None

    @cached_property
    def reference(self) -> Json:
        """A reference to the Patient of the bundle."""
        return refer(self.patient())

    def patient(self) -> Json:
        """The Patient: nothing in it but what was asked for."""
        name = string(self.name)
        return {
            **_head("Patient", self.journal_id),
            **({"name": [{"text": name}]} if name else {}),
            **({"birthDate": self.born.isoformat()} if self.born else {}),
        }

    def made(self, kind: str, *names: str) -> Json:
        """The beginning of a resource about the person; `names` tell it from all others of its kind."""
        return {**_head(kind, *names), "subject": self.reference}

    def observation(self, *names: str, category: list[Json] | None = None) -> Json:
        """The beginning of an Observation that the person made."""
        sorted_in = {"category": category} if category else {}
        return {**self.made("Observation", *names), **sorted_in, "status": "final", "performer": [self.reference]}


def refer(resource: Json) -> Json:
    """A reference to a resource of the same bundle."""
    return {"reference": full_url(resource)}


def full_url(resource: Json) -> str:
    """How a resource is called in its bundle."""
    return f"urn:uuid:{resource['id']}"


def when(record: Timed) -> str:
    """The local time with its offset; only the date where the time of day is not known."""
    if record.time_known is TimeKnown.DAY:
        return record.day.isoformat()
    return iso_time(record.at_ms, record.offset_min)


def issued(record: Timed) -> Json:
    """When it was written down or changed last; nothing where that is not known."""
    if record.changed_ms is not None:
        return {"issued": iso_time(record.changed_ms, record.made_offset_min)}
    return {} if record.made_ms is None else {"issued": iso_time(record.made_ms, record.made_offset_min)}


def _head(kind: str, *names: str) -> Json:
    made_id = uuid.uuid5(_NAMESPACE, "\x1f".join((kind, *names)).encode("utf-8", "replace").decode())
    return {"resourceType": kind, "id": str(made_id), "meta": {"security": [PATIENT_ASSERTED]}}

"""A Bundle of the type collection, written resource by resource: a long journal is never in memory as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from journal.exchange.fhir.codings import PATIENT_ASSERTED, Json
from journal.exchange.fhir.subject import full_url


def write_bundle(resources: Iterable[Json], *, made_at: str, language: str) -> Iterator[str]:
    """The bundle's JSON in pieces, a line for each resource.

    `made_at` is an ISO 8601 time with offset. Every reference must be to a resource among these.
    """
    head = {
        "resourceType": "Bundle",
        "meta": {"security": [PATIENT_ASSERTED]},
        "language": language,
        "type": "collection",
        "timestamp": made_at,
    }
    yield f'{_json(head)[:-1]},"entry":[\n'
    mark = ""
    for resource in resources:
        yield f"{mark}{_json({'fullUrl': full_url(resource), 'resource': resource})}"
        mark = ",\n"
    yield "\n]}\n"


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

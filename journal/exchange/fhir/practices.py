"""Practice between sessions as Observations: done or not, how long, and distress before, at its highest and after."""

from __future__ import annotations

from journal.exchange.fhir.codings import Json, category, own, quantity
from journal.exchange.fhir.strings import string
from journal.exchange.fhir.subject import Subject, issued, when
from journal.model.practices import Practice
from journal.texts.translation import _
from journal.texts.treatments import practice_text


def practice_observation(practice: Practice, subject: Subject) -> Json:
    """One practice. Distress is from 0 to 100."""
    label = practice_text(practice.kind)
    components = [*_distress(practice), *_about(practice)]
    return {
        **subject.observation("practice", practice.id, category=category("activity")),
        "code": {**own(f"practice.{practice.kind}", label), "text": string(practice.name) or label},
        "effectiveDateTime": when(practice),
        **issued(practice),
        "valueBoolean": practice.done,
        **({"component": components} if components else {}),
    }


def _distress(practice: Practice) -> list[Json]:
    told = (
        ("before", _("Distress before, 0 to 100"), practice.before),
        ("highest", _("Distress at its highest, 0 to 100"), practice.highest),
        ("after", _("Distress after, 0 to 100"), practice.after),
    )
    return [
        {"code": own(f"practice.{key}", label), "valueInteger": value}
        for key, label, value in told
        if value is not None
    ]


def _about(practice: Practice) -> list[Json]:
    found: list[Json] = []
    if practice.minutes is not None:
        length = own("practice.minutes", _("How long it took"))
        found.append({"code": length, "valueQuantity": quantity(practice.minutes, "min")})
    if note := string(practice.note):
        found.append({"code": own("note", _("Note")), "valueString": note})
    return found

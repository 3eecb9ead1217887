"""Ratings, notes and markers as Observations.

Four states are kept apart: a symptom that was there, one that was rated 0 and so was absent, a
question that was left, and one that did not apply. What was not asked has no Observation.
"""

from __future__ import annotations

from collections.abc import Iterator

from journal.exchange.fhir.codings import Json, absent, category, own, quantity
from journal.exchange.fhir.strings import string
from journal.exchange.fhir.subject import Subject, issued, when
from journal.exchange.fhir.symptoms import AskedItem, AskedItems
from journal.model.entries import Entry, Rating, Recall, State
from journal.model.markers import Marker
from journal.texts.translation import _

_ABSENT = {State.UNANSWERED: "unknown", State.NOT_APPLICABLE: "not-applicable"}


def entry_observations(entry: Entry, asked: AskedItems, subject: Subject) -> Iterator[Json]:
    """An Observation for each answer of an entry that goes out, and one for its note."""
    told = {"effectiveDateTime": when(entry), **issued(entry)}
    window = _window(entry)
    for rating in entry.ratings:
        item = asked.of(rating.item_id, rating.version_id)
        if item is not None:
            head = subject.observation("rating", entry.id, rating.item_id, category=category("survey"))
            yield {**head, **told, **_answer(rating, item, asked, window)}
    if note := string(entry.note):
        head = subject.observation("note", entry.id, category=category("survey"))
        yield {**head, **told, "code": own("note", _("Note")), "valueString": note}


def marker_observation(marker: Marker, subject: Subject) -> Json | None:
    """A marker on its day, in the person's own words; None for one without words."""
    label = string(marker.label)
    if not label:
        return None
    note = string(marker.note)
    return {
        **subject.observation("marker", marker.id, category=category("survey")),
        "effectiveDateTime": marker.day.isoformat(),
        "code": own("marker", _("Marker")),
        "valueString": label,
        **({"component": [{"code": own("note", _("Note")), "valueString": note}]} if note else {}),
    }


def _answer(rating: Rating, item: AskedItem, asked: AskedItems, window: list[Json]) -> Json:
    if rating.value is None or rating.state is not State.RATED:
        # The item is the code here: a symptom as the value would say that it was there.
        return {"code": item.question, "dataAbsentReason": absent(_ABSENT.get(rating.state, "unknown"))}
    said = asked.said(item, rating.value)
    components = [*said.pop("component", []), *window]
    return {**said, **({"component": components} if components else {})}


def _window(entry: Entry) -> list[Json]:
    """How far the answers look back, as a component; nothing for answers about the moment."""
    if entry.recall is Recall.NOW or not entry.covers_min:
        return []
    code = own("covers", _("Time looked back on"))
    return [{"code": code, "valueQuantity": quantity(entry.covers_min, "min")}]

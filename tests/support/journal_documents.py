"""Journals of any content for property tests: items, versions, entries with every state, settings."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from hypothesis import strategies as st

from journal.exchange.leeward_document import Document, DocumentHead, DocumentImport, DocumentItem
from journal.model.entries import Entry, EntryKind, Rating, Recall, State, TimeKnown
from journal.model.items import FIRST_DAY, Asked, Better, Combine, ItemVersion, Kind, Origin

ids = st.builds(lambda number: str(uuid.UUID(int=number)), st.integers(1, 2**128 - 1))
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
numbers = st.floats(-1e6, 1e6, allow_nan=False)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
times_ms = st.integers(-2_000_000_000_000, 4_000_000_000_000)
offsets_min = st.integers(-840, 840)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def versions(draw, item_id: str, number: int) -> ItemVersion:
    low = draw(numbers)
    return ItemVersion(
        id=str(uuid.uuid5(uuid.UUID(item_id), str(number))),
        item_id=item_id,
        since_day=FIRST_DAY + timedelta(days=number),
        kind=draw(st.sampled_from(Kind)),
        asked=draw(st.sampled_from(Asked)),
        label=draw(texts),
        words=tuple(draw(st.lists(texts, max_size=3))),
        minimum=low,
        maximum=draw(st.none() | numbers.filter(lambda high: high > low)),
        step=draw(st.floats(0.001, 100)),
        unit=draw(texts),
        better=draw(st.sampled_from(Better)),
        combine=draw(st.sampled_from(Combine)),
    )


@st.composite
def items(draw, number: int) -> DocumentItem:
    item_id = str(uuid.UUID(int=number))
    count = draw(st.integers(1, 3))
    return DocumentItem(
        id=item_id,
        key=f"own_{number}",
        origin=Origin.OWN,
        hidden=draw(st.booleans()),
        position=draw(st.integers(0, 1000)),
        versions=tuple(draw(versions(item_id, place)) for place in range(count)),
        label=draw(texts),
    )


@st.composite
def ratings(draw, item: DocumentItem) -> Rating:
    state = draw(st.sampled_from(State))
    value = draw(numbers) if state is State.RATED else None
    return Rating(item.id, draw(st.sampled_from(item.versions)).id, state, value, draw(st.none() | numbers))


@st.composite
def entries(draw, known: list[DocumentItem]) -> Entry:
    made_ms = draw(st.none() | times_ms)
    answered = draw(st.lists(st.sampled_from(known), unique_by=lambda item: item.id)) if known else []
    given = [draw(ratings(item)) for item in answered]
    return Entry(
        id=draw(ids),
        kind=draw(st.sampled_from(EntryKind)),
        at_ms=draw(times_ms),
        offset_min=draw(offsets_min),
        day=draw(days),
        day_start_min=draw(st.integers(0, 1439)),
        zone=draw(st.none() | st.just("Europe/Kyiv")),
        time_known=draw(st.sampled_from(TimeKnown)),
        part=draw(st.none() | texts),
        recall=draw(st.sampled_from(Recall)),
        covers_min=draw(st.none() | st.integers(0, 1440)),
        made_ms=made_ms,
        made_offset_min=None if made_ms is None else draw(st.none() | offsets_min),
        changed_ms=draw(st.none() | times_ms),
        note=draw(texts),
        note_shared=draw(st.booleans()),
        import_id=draw(st.none() | ids),
        source_key=draw(st.none() | texts),
        ratings=tuple(sorted(given, key=lambda rating: rating.item_id)),
    )


@st.composite
def documents(draw) -> Document:
    """A complete document, in the order in which a journal gives its parts."""
    known = [draw(items(number)) for number in range(draw(st.integers(0, 3)))]
    made = draw(st.lists(entries(known), max_size=4, unique_by=lambda entry: entry.id))
    taken = {entry.id for entry in made}
    head = DocumentHead(
        journal_id=draw(ids),
        made_at="2026-10-29T21:00:00+01:00",
        program="leeward 0",
        complete=True,
        notes="all",
        settings=draw(st.dictionaries(texts, json_values, max_size=3)),
        items=tuple(known),
        imports=tuple(draw(st.lists(st.builds(DocumentImport, ids, times_ms, texts, texts), max_size=2))),
        deleted=tuple(sorted(draw(st.sets(ids.filter(lambda each: each not in taken), max_size=3)))),
    )
    return Document(head, tuple(made))

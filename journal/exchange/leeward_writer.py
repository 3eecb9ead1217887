"""Writes a journal as JSON, one entry or record a line, without holding it in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journal.exchange.iso_times import iso_time
from journal.exchange.leeward_document import (
    FORMAT,
    RECORD_LISTS,
    SCHEMA_ID,
    VERSION,
    DocumentHead,
    DocumentItem,
    DocumentRecords,
)
from journal.exchange.leeward_records import written_records
from journal.model.entries import Entry, Rating
from journal.model.items import ItemVersion


def write_document(
    head: DocumentHead, entries: Iterable[Entry], records: DocumentRecords | None = None
) -> Iterator[str]:
    """The pieces of the JSON text, in order."""
    records = records or DocumentRecords()
    keys = {item.id: item.key for item in head.items}
    deleted = {name: list(records.deleted.get(name, ())) for name in RECORD_LISTS}
    yield _text({**_head(head), "deleted_records": deleted}, indent=1).removesuffix("\n}")
    for name, objects in written_records(records, keys):
        yield from _list(name, objects)
    yield from _list("entries", (_entry(entry, keys) for entry in entries))
    yield "\n}\n"


def _list(name: str, objects: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A list with one object a line."""
    yield f',\n "{name}": ['
    comma = ""
    for each in objects:
        yield f"{comma}\n  {_text(each)}"
        comma = ","
    yield "\n ]"


def _text(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


def _head(head: DocumentHead) -> dict[str, Any]:
    return {
        "$schema": SCHEMA_ID,
        "format": FORMAT,
        "version": VERSION,
        "journal": head.journal_id,
        "made_at": head.made_at,
        "program": head.program,
        "complete": head.complete,
        "notes": head.notes,
        "from": head.first.isoformat() if head.first else None,
        "to": head.last.isoformat() if head.last else None,
        "settings": dict(head.settings),
        "items": [_item(item) for item in head.items],
        "imports": [
            {"id": made.id, "at": iso_time(made.at_ms, None), "format": made.format, "mapping": made.mapping}
            for made in head.imports
        ],
        "deleted_entries": list(head.deleted),
    }


def _item(item: DocumentItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "key": item.key,
        "label": item.label,
        "origin": str(item.origin),
        "hidden": item.hidden,
        "position": item.position,
        "own_name": item.own_name,
        "group": item.group,
        "versions": [_version(version) for version in item.versions],
    }


def _version(version: ItemVersion) -> dict[str, Any]:
    return {
        "id": version.id,
        "since": version.since_day.isoformat(),
        "kind": str(version.kind),
        "asked": str(version.asked),
        "label": version.label,
        "words": list(version.words),
        "min": version.minimum,
        "max": version.maximum,
        "step": version.step,
        "unit": version.unit,
        "better": str(version.better),
        "combine": str(version.combine),
    }


def _entry(entry: Entry, keys: Mapping[str, str]) -> dict[str, Any]:
    made = None if entry.made_ms is None else iso_time(entry.made_ms, entry.made_offset_min)
    return {
        "id": entry.id,
        "kind": str(entry.kind),
        "at": iso_time(entry.at_ms, entry.offset_min),
        "zone": entry.zone,
        "time_known": str(entry.time_known),
        "part": entry.part,
        "day": entry.day.isoformat(),
        "day_start_min": entry.day_start_min,
        "recall": str(entry.recall),
        "covers_min": entry.covers_min,
        "made_at": made,
        "changed_at": None if entry.changed_ms is None else iso_time(entry.changed_ms, None),
        "note": entry.note,
        "note_shared": entry.note_shared,
        "import": entry.import_id,
        "source_key": entry.source_key,
        "tags": list(entry.tags),
        "ratings": [_rating(rating, keys) for rating in entry.ratings],
    }


def _rating(rating: Rating, keys: Mapping[str, str]) -> dict[str, Any]:
    return {
        "key": keys.get(rating.item_id, ""),
        "item": rating.item_id,
        "version": rating.version_id,
        "state": str(rating.state),
        "value": rating.value,
        "raw": rating.raw,
    }

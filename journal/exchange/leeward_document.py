"""A journal as one document: what the JSON export holds, as frozen data.

The published schema is `resources/schema/leeward-journal-1.schema.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journal.model.entries import Entry
from journal.model.items import ItemVersion, Origin

FORMAT = "leeward-journal"
VERSION = 1
SCHEMA_ID = "urn:leeward:schema:journal:1"


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """An item with all its versions. `label` is its name as shown, for readers of the file; reading ignores it."""

    id: str
    key: str
    origin: Origin
    hidden: bool
    position: int
    versions: tuple[ItemVersion, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class DocumentImport:
    """A file that was read into the journal: when (UTC milliseconds), its format, and the mapping's text."""

    id: str
    at_ms: int
    format: str
    mapping: str


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """All of a document but its entries.

    `complete` is true when nothing was left out, so that reading it back gives the same journal.
    `notes` is none, shared or all; `first` and `last` bound the days where a period was chosen.
    `deleted` are the ids of entries that were deleted.
    """

    journal_id: str
    made_at: str
    program: str
    complete: bool
    notes: str
    first: date | None = None
    last: date | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    items: tuple[DocumentItem, ...] = ()
    imports: tuple[DocumentImport, ...] = ()
    deleted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole journal document."""

    head: DocumentHead
    entries: tuple[Entry, ...]

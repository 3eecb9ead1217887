"""A journal as one document: what the JSON export holds, as frozen data.

The published schema is `resources/schema/leeward-journal-3.schema.json`. The first version, without
treatment, and the second, without questionnaires, are read too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journal.model.courses import Course
from journal.model.entries import Entry
from journal.model.items import ItemVersion, Origin
from journal.model.markers import Marker
from journal.model.medicines import Intake, Medicine
from journal.model.practices import Practice
from journal.model.questionnaires import KeptForm, Questionnaire
from journal.model.sessions import Session

FORMAT = "leeward-journal"
VERSION = 3
SCHEMA_ID = "urn:leeward:schema:journal:3"


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
class TreatmentRecords:
    """Courses, sessions, medicines with their doses, practice, markers, kept forms and questionnaires.

    `deleted` are the ids of records that were deleted, by the name of the list they stood in.
    """

    courses: tuple[Course, ...] = ()
    sessions: tuple[Session, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    intakes: tuple[Intake, ...] = ()
    practices: tuple[Practice, ...] = ()
    markers: tuple[Marker, ...] = ()
    forms: tuple[KeptForm, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    deleted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[Any, ...]:
        """The records of a list by its name."""
        found: tuple[Any, ...] = getattr(self, name)
        return found


RECORD_LISTS = ("courses", "sessions", "medicines", "intakes", "practices", "markers", "forms", "questionnaires")
"""The lists of records, in the order in which they are written down: a dose needs its medicine."""


def lists_of(version: int) -> tuple[str, ...]:
    """The lists of records that a file of this version has."""
    if version < 2:
        return ()
    return RECORD_LISTS if version > 2 else RECORD_LISTS[: RECORD_LISTS.index("forms")]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole journal document."""

    head: DocumentHead
    entries: tuple[Entry, ...]
    treatment: TreatmentRecords = field(default_factory=TreatmentRecords)

"""A journal as one document: what the JSON export holds, as frozen data.

The published schema is `resources/schema/leeward-journal-4.schema.json`. Earlier versions are read too: the first
is without treatment, the second without questionnaires, the third without tags, goals and what makes
the journal a person's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journal.model.appointments import Appointment, Clinician, Question
from journal.model.calm_moments import CalmMoment
from journal.model.contacts import Contact
from journal.model.courses import Course
from journal.model.entries import Entry
from journal.model.goals import Goal
from journal.model.groups import ItemGroup
from journal.model.items import ItemVersion, Origin
from journal.model.markers import Marker
from journal.model.medicines import Intake, Medicine
from journal.model.plans import PlanLine
from journal.model.practices import Practice
from journal.model.profiles import Profile
from journal.model.questionnaires import KeptForm, Questionnaire
from journal.model.sessions import Session

FORMAT = "leeward-journal"
VERSION = 4
SCHEMA_ID = "urn:leeward:schema:journal:4"


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """An item with all its versions. `label` is its name as shown, for readers of the file; reading ignores it.

    `own_name` is what the person calls it, and `group` the id of the own group it stands in; empty for none.
    """

    id: str
    key: str
    origin: Origin
    hidden: bool
    position: int
    versions: tuple[ItemVersion, ...]
    label: str = ""
    own_name: str = ""
    group: str = ""


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
class DocumentRecords:
    """Everything beside the entries, by lists: treatment, questionnaires, goals, appointments, the plan and more.

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
    groups: tuple[ItemGroup, ...] = ()
    profiles: tuple[Profile, ...] = ()
    goals: tuple[Goal, ...] = ()
    clinicians: tuple[Clinician, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    questions: tuple[Question, ...] = ()
    plan_lines: tuple[PlanLine, ...] = ()
    contacts: tuple[Contact, ...] = ()
    calm_moments: tuple[CalmMoment, ...] = ()
    deleted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[Any, ...]:
        """The records of a list by its name."""
        found: tuple[Any, ...] = getattr(self, name)
        return found


_SINCE = {
    2: ("courses", "sessions", "medicines", "intakes", "practices", "markers"),
    3: ("forms", "questionnaires"),
    4: (
        "groups",
        "profiles",
        "goals",
        "clinicians",
        "appointments",
        "questions",
        "plan_lines",
        "contacts",
        "calm_moments",
    ),
}
"""The lists of records by the version that brought them."""

RECORD_LISTS = tuple(name for names in _SINCE.values() for name in names)
"""The lists of records, in the order in which they are written down: a dose needs its medicine."""


def lists_of(version: int) -> tuple[str, ...]:
    """The lists of records that a file of this version has."""
    return tuple(name for since, names in _SINCE.items() if since <= version for name in names)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole journal document."""

    head: DocumentHead
    entries: tuple[Entry, ...]
    records: DocumentRecords = field(default_factory=DocumentRecords)

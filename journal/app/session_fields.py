"""What can be written down about a session, as named arguments."""

from __future__ import annotations

from typing import TypedDict

from journal.model.entries import TimeKnown
from journal.model.sessions import Place, Shortened, SideEffect, Vital, Went


class NewSessionFields(TypedDict, total=False):
    """What can be said about a session besides its kind and time; fields as on `Session`."""

    time_known: TimeKnown
    course_id: str | None
    name: str
    planned_ms: int | None
    minutes: int | None
    dose: float | None
    unit: str
    weight_kg: float | None
    route: str
    went: Went | None
    clear_min: int | None
    worked_with: int | None
    place: Place | None
    accompanied: bool | None
    shortened: Shortened | None
    shortened_why: str
    other_medicines: str
    ate_ms: int | None
    alcohol: bool | None
    calming: bool | None
    held_back: str
    ride: bool | None
    intention: str
    note: str
    shared: bool
    tags: tuple[str, ...]
    vitals: tuple[Vital, ...]
    effects: tuple[SideEffect, ...]


class SessionFields(NewSessionFields, total=False):
    """What can be changed about a session."""

    kind: str

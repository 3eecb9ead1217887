"""Markers on days: an anniversary, a move, anything to be seen on the charts."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from journal.app.journal import Journal
from journal.app.records import found
from journal.model.markers import Marker


class MarkerFields(TypedDict, total=False):
    """What can be changed about a marker."""

    day: date
    label: str
    note: str


def markers(journal: Journal, first: date | None = None, last: date | None = None) -> list[Marker]:
    """The markers on these days; all of them without days. A marker may lie ahead."""
    if first is None and last is None:
        return journal.store.markers.all()
    return journal.store.markers.between(first or date.min, last or date.max)


def marker(journal: Journal, prefix: str) -> Marker:
    """The marker whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.markers, prefix)


def add_marker(journal: Journal, day: date, label: str, note: str = "") -> Marker:
    """Set a marker on a day."""
    return _saved(journal, Marker(str(uuid.uuid4()), day, label.strip(), note), "add_marker")


def change_marker(
    journal: Journal, marker_id: str, *, visit: str | None = None, **fields: Unpack[MarkerFields]
) -> Marker:
    """Change a marker; `visit` makes several changes of a text one undo step. Raises UnknownRecord."""
    return _saved(journal, replace(marker(journal, marker_id), **fields), "change_marker", visit)


def delete_marker(journal: Journal, marker_id: str) -> Marker:
    """Delete a marker; undo brings it back for 30 days. Raises UnknownRecord, AmbiguousRecord."""
    known = marker(journal, marker_id)
    with journal.store.action("delete_marker"):
        journal.store.markers.delete(known.id)
    journal.changed("markers")
    return known


def delete_marker_for_good(journal: Journal, marker_id: str) -> None:
    """Blank a marker, its undo history and drafts at once. Older backups still hold it."""
    known = marker(journal, marker_id)
    with journal.store.tx():
        journal.store.markers.delete_for_good(known.id)
    journal.changed("markers")


def _saved(journal: Journal, changed: Marker, what: str, visit: str | None = None) -> Marker:
    with journal.store.action(what, visit):
        saved = journal.store.markers.save(changed)
    journal.changed("markers")
    return saved

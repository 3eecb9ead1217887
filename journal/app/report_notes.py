"""The notes that can go into a report: of entries, and notes and intentions of sessions, each chosen by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journal.app.history import find
from journal.app.journal import Journal
from journal.app.record_exports import INTENTION
from journal.app.sessions import session as find_session
from journal.host.resources import read_treatments
from journal.model.errors import UnknownEntry, UnknownRecord
from journal.model.periods import Period
from journal.model.sessions import Session
from journal.report.data import ChosenNote
from journal.report.request import ReportRequest
from journal.texts.translation import _
from journal.texts.treatments import treatment_label


@dataclass(frozen=True, slots=True)
class OfferedText:
    """A text that can be chosen: `note_id` as `ReportRequest.note_ids` takes it, its day, and whose it is."""

    note_id: str
    day: date
    text: str
    of: str = ""


def offered_notes(journal: Journal, period: Period) -> tuple[OfferedText, ...]:
    """Every note of the period by day: those of entries, then those of sessions with their intentions."""
    entries = journal.store.entries.between(period.first, period.last)
    sessions = journal.store.sessions.between(period.first, period.last)
    found = [OfferedText(entry.id, entry.day, entry.note) for entry in entries]
    found += [text for session in sessions for text in _texts(session)]
    return tuple(sorted((text for text in found if text.text.strip()), key=lambda text: text.day))


def chosen_notes(journal: Journal, request: ReportRequest) -> tuple[ChosenNote, ...]:
    """The notes that were picked, and nothing of the others."""
    return tuple(
        ChosenNote(text.day, text.text, text.of)
        for note_id in request.note_ids
        for text in _of(journal, note_id)
        if text.note_id == note_id and text.text
    )


def find_note(journal: Journal, prefix: str) -> str:
    """The id of the note of an entry or a session whose id begins so.

    Raises UnknownEntry, AmbiguousEntry, AmbiguousRecord.
    """
    try:
        return find(journal, prefix).id
    except UnknownEntry as unknown:
        try:
            return find_session(journal, prefix).id
        except UnknownRecord:
            raise unknown from None


def _of(journal: Journal, note_id: str) -> Iterator[OfferedText]:
    entry = journal.store.entries.get(note_id)
    if entry is not None:
        yield OfferedText(entry.id, entry.day, entry.note)
        return
    session = journal.store.sessions.get(note_id.removesuffix(INTENTION))
    if session is not None:
        yield from _texts(session)


def _texts(session: Session) -> Iterator[OfferedText]:
    title = session.name or treatment_label(read_treatments().of(session.kind))
    yield OfferedText(
        session.id + INTENTION, session.day, session.intention, _("Intention: {title}").format(title=title)
    )
    yield OfferedText(session.id, session.day, session.note, title)

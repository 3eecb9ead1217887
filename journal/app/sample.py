"""The sample journal: made in a folder of its own, to look round in and to print a report from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from journal.app.journal import Journal
from journal.app.vaults import create_journal
from journal.host.clock import Clock, FixedClock
from journal.model.sample import JUST_THREE, sample_days, sample_entries, sample_keys
from journal.model.sample_medicines import sample_intakes, sample_medicines
from journal.model.sample_practices import sample_markers, sample_practices
from journal.model.sample_questionnaires import sample_questionnaires
from journal.model.sample_sessions import sample_courses, sample_sessions
from journal.model.sample_times import AFTER_HOURS, ZONE
from journal.texts.translation import _

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Record = TypeVar("Record", bound=DataclassInstance)

SAMPLE_PASSPHRASE = "sample"  # noqa: S105 it stands in the documentation
SAMPLE_OFFSET_MIN = 60
SESSION_WORDS = ("note", "intention", "shortened_why", "held_back", "other_medicines")


def sample_clock() -> FixedClock:
    """The evening on which the sample journal ends, so that it is the same whenever it is opened."""
    at = datetime(2026, 10, 29, 21, 50, tzinfo=UTC)
    return FixedClock(int(at.timestamp()) * 1000, SAMPLE_OFFSET_MIN, ZONE)


def make_sample(folder: Path, clock: Clock | None = None) -> Journal:
    """Make the sample journal in `folder` and leave it open, on its own last evening unless a clock is given.

    What its person wrote is in the language in use. Its passphrase is `SAMPLE_PASSPHRASE`, derived by the
    quick parameters: there is nothing in it to protect. Raises JournalExists.
    """
    from journal.store.vault import FAST_KDF

    made = create_journal(folder, SAMPLE_PASSPHRASE, clock or sample_clock(), recovery=False, kdf=FAST_KDF)
    journal = made.journal
    try:
        _fill(journal)
    except BaseException:
        journal.close()
        raise
    return journal


def _fill(journal: Journal) -> None:
    """Write everything in one transaction, without an undo history behind it."""
    entries = [_said(entry, "note") for entry in sample_entries(journal.catalogue)]
    with journal.store.tx(many=True):
        _choose(journal)
        journal.store.entries.add_new(entries)
        _treat(journal)


def _treat(journal: Journal) -> None:
    """Write down treatment and questionnaires: courses before their sessions, medicines before their doses."""
    store = journal.store
    for course in sample_courses():
        store.courses.save(_said(course, "clinic", "purpose", "tried_earlier"))
    felt = {effect.item_id for session in sample_sessions() for effect in session.effects}
    journal.ensure_stored(*(item for item in journal.items() if item.id in felt))
    for session in sample_sessions():
        store.sessions.save(_said(session, *SESSION_WORDS))
    for medicine in sample_medicines():
        store.medicines.save(_said(medicine, "name", "purpose"))
    for intake in sample_intakes(sample_days()):
        store.intakes.save(intake)
    for practice in sample_practices():
        store.practices.save(_said(practice, "name"))
    for marker in sample_markers():
        store.markers.save(_said(marker, "label"))
    for questionnaire in sample_questionnaires():
        store.questionnaires.save(_said(questionnaire, "total_by"))


def _choose(journal: Journal) -> None:
    """Ask what the person of the sample is asked, as if first start were over."""
    for item in journal.items():
        if item.key in sample_keys():
            journal.store.items.save(item.id, item.key, item.origin, False, item.position)
            journal.store.items.save_version(item.version)
    for key, value in (
        ("first_start_done", True),
        ("just_three", list(JUST_THREE)),
        ("body_shown", "always"),
        ("after_hours", list(AFTER_HOURS)),
    ):
        journal.store.settings.put(key, value)


def _said(record: Record, *fields: str) -> Record:
    """A record with the words of these fields in the language in use."""
    return replace(record, **{name: _(getattr(record, name)) for name in fields})

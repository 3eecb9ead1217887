"""Joining another computer's copy of the journal: what each side has, the joining itself, and its undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.journal import Journal
from journal.model.merges import Counts, Holding, MergePreview, MergeResult

if TYPE_CHECKING:
    from journal.store.merging import Comparison, Difference, Side
    from journal.store.other_copies import OtherCopy

PARTS = (
    "entries",
    "items",
    "settings",
    "courses",
    "sessions",
    "medicines",
    "practices",
    "markers",
    "questionnaires",
    "forms",
    "groups",
    "profiles",
    "goals",
    "clinicians",
    "appointments",
    "questions",
    "plan",
    "contacts",
    "calm_moments",
)
"""What listeners are told to look at again: all of it."""

ENTRIES, SESSIONS = "entry", "session"


def preview(
    journal: Journal, other: Path, *, passphrase: str | None = None, recovery_code: str | None = None
) -> MergePreview:
    """What each side has; changes nothing. `other` is the folder of a copy, or a backup file of one.

    A secret is only needed where the copy has another key. Raises OtherSecretNeeded then, and
    WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped; SameJournal, OtherJournal, OtherInUse,
    OtherDamaged, JournalTooNew, JournalMissing, FileMissing, InvalidFile, KeyFileDamaged, DiskFull.
    """
    with _opened(journal, other, passphrase, recovery_code) as copy:
        return _preview(other, journal.store.compare_with(copy.database, copy.key))


def merge(
    journal: Journal, other: Path, *, passphrase: str | None = None, recovery_code: str | None = None
) -> MergeResult:
    """Bring into the journal what the other copy has newer, after a verified backup. The other is only read.

    Raises what `preview` raises, and JournalReadOnly, StorageFailed, Interrupted; then nothing changed.
    """
    backups: list[Path] = []

    def keep() -> None:
        backups.append(journal.store.back_up(rotate=False))

    with _opened(journal, other, passphrase, recovery_code) as copy:
        merged = journal.store.merge_from(copy.database, copy.key, keep)
    if merged.rows:
        journal.changed(*PARTS)
    return MergeResult(_preview(other, merged.comparison), merged.rows, next(iter(backups), None))


def undo_merge(journal: Journal, result: MergeResult) -> Path:
    """Make the journal what it was before a merge, from the backup made then; the backup made of it now.

    What was written since the merge is in that second backup only. Raises FileMissing when the
    backup is gone, BackupDamaged, OtherSecretNeeded (the data key was renewed since), ValueError for
    a merge that changed nothing, DiskFull, JournalReadOnly, StorageFailed; then nothing changed.
    """
    from journal.store.journal_store import JournalStore
    from journal.store.replacement import put_in_place

    if result.backup is None:
        raise ValueError("nothing was merged")
    vault, present = put_in_place(journal.folder, journal.store, result.backup)
    journal.go_on_with(JournalStore.open(journal.folder, vault, journal.clock))
    journal.changed(*PARTS)
    return present


@contextmanager
def _opened(journal: Journal, other: Path, passphrase: str | None, recovery_code: str | None) -> Iterator[OtherCopy]:
    from journal.store.other_copies import opened_copy

    secrets = {"passphrase": passphrase, "recovery_code": recovery_code}
    with opened_copy(journal.folder, journal.store.key, other, **secrets) as copy:
        yield copy


def _preview(other: Path, found: Comparison) -> MergePreview:
    differences = found.differences
    rest = [_counts(each) for table, each in differences.items() if table not in (ENTRIES, SESSIONS)]
    together = Counts(**{field.name: sum(getattr(each, field.name) for each in rest) for field in fields(Counts)})
    return MergePreview(
        other,
        _holding(found.here),
        _holding(found.there),
        _counts(differences[ENTRIES]),
        _counts(differences[SESSIONS]),
        together,
    )


def _counts(difference: Difference) -> Counts:
    return Counts(**{field.name: len(getattr(difference, field.name)) for field in fields(Counts)})


def _holding(side: Side) -> Holding:
    return Holding(side.entries, side.sessions, side.first_day, side.last_day)

"""The journal's folder and its database."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class JournalMissing(JournalError):
    """No journal in this folder. Fields: `path`."""

    code = "journal_missing"


class JournalExists(JournalError):
    """There is a journal already. Fields: `path`."""

    code = "journal_exists"


class JournalInUse(JournalError):
    """Another window or program has the journal open."""

    code = "journal_in_use"
    exit_code = 4


class DiskFull(JournalError):
    """Nothing that was saved is lost."""

    code = "disk_full"


class JournalDamaged(JournalError):
    """The database cannot be read. Fields: `path`, `backup` (newest verified backup or None)."""

    code = "journal_damaged"
    exit_code = 5


class JournalReadOnly(JournalError):
    """The place cannot be written. Fields: `path`."""

    code = "journal_read_only"


class StorageFailed(JournalError):
    """Reading or writing failed. Fields: `path`, `detail` (the system's own name of the fault)."""

    code = "storage_failed"


class JournalTooNew(JournalError):
    """Made by a newer version of Leeward; nothing was touched. Fields: `path`."""

    code = "journal_too_new"


class Interrupted(JournalError):
    """Long work was stopped because the journal is closing; nothing was changed."""

    code = "interrupted"

"""Another copy of the journal, to be joined with this one."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class OtherJournal(JournalError):
    """What should be joined is a copy of another journal. Fields: `path`."""

    code = "other_journal"


class SameJournal(JournalError):
    """What should be joined is the very journal that is open. Fields: `path`."""

    code = "same_journal"


class OtherSecretNeeded(JournalError):
    """The other copy has another key: its passphrase or recovery code is needed. Fields: `path`."""

    code = "other_secret_needed"
    exit_code = 3


class OtherInUse(JournalError):
    """Another window or program has the other copy open. Fields: `path`."""

    code = "other_in_use"
    exit_code = 4


class OtherDamaged(JournalError):
    """The other copy cannot be read. Fields: `path`."""

    code = "other_damaged"
    exit_code = 5

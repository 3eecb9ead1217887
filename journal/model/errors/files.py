"""Files that are read and written, whatever is in them."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class FileMissing(JournalError):
    """Fields: `path`."""

    code = "file_missing"


class FileExists(JournalError):
    """Nothing existing is overwritten unless asked. Fields: `path`."""

    code = "file_exists"


class FileUnreadable(JournalError):
    """Fields: `path`, `detail`."""

    code = "file_unreadable"


class FileUnwritable(JournalError):
    """Fields: `path`, `detail`."""

    code = "file_unwritable"


class FileTooLarge(JournalError):
    """Fields: `path`, `limit` (a number), `unit` (bytes | rows)."""

    code = "file_too_large"


class UnknownFormat(JournalError):
    """No reader recognises the file. Fields: `path`."""

    code = "unknown_format"


class OtherFormat(UnknownFormat):
    """The file is not of the format that was named. Fields: `path`, `format`."""

    code = "other_format"


class InvalidFile(JournalError):
    """The file is not what its format says. Fields: `path`, `line` (or None), `column` (or None), `reason`.

    Some also have a `place`, such as `entries 12.day`.
    """

    code = "invalid_file"


class BackupDamaged(InvalidFile):
    """A backup that is not whole any more. Fields: `path`."""

    code = "backup_damaged"
    exit_code = 5


class ReportFailed(JournalError):
    """The document could not be set. Fields: `detail`, without any journal text."""

    code = "report_failed"

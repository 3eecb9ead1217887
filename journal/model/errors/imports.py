"""Bringing a file into the journal."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class InvalidMapping(JournalError):
    """The mapping file can't be used. Fields: `path`, `where` (a key in it), `reason`."""

    code = "invalid_mapping"


class MappingNeeded(JournalError):
    """A table needs a mapping file. Fields: `path`."""

    code = "mapping_needed"


class NamesUnmapped(JournalError):
    """Names in the file map to nothing yet; nothing was written. Fields: `names` (tuple of str)."""

    code = "names_unmapped"


class ImportStopped(JournalError):
    """The person stopped an import; nothing was written. No fields. Raised from a `progress` callback."""

    code = "import_stopped"

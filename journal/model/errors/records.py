"""Records by their ids and names, and what can be undone."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class UnknownEntry(JournalError):
    """No entry has an id that begins so. Fields: `prefix`."""

    code = "unknown_entry"


class AmbiguousEntry(JournalError):
    """Fields: `prefix`, `count`."""

    code = "ambiguous_entry"


class UnknownRecord(JournalError):
    """Nothing has an id that begins so. Fields: `kind` (session | course | form | … | any), `prefix`."""

    code = "unknown_record"


class AmbiguousRecord(JournalError):
    """Fields: `kind` (as in UnknownRecord), `prefix`, `count`."""

    code = "ambiguous_record"


class NameMissing(JournalError):
    """What is made needs a name. No fields."""

    code = "name_missing"


class UnknownImport(JournalError):
    """Fields: `id`."""

    code = "unknown_import"


class NothingToUndo(JournalError):
    """The undo history is empty."""

    code = "nothing_to_undo"


class NothingToRedo(JournalError):
    """Nothing was undone since the last change."""

    code = "nothing_to_redo"

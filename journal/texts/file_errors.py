"""Plain words for files that are read, written and brought in."""

from __future__ import annotations

from collections.abc import Mapping

from journal.model import errors
from journal.model.errors import JournalError
from journal.texts.opening_errors import Sentence
from journal.texts.translation import _, mark, ngettext

FILE_SENTENCES: Mapping[type[JournalError], str] = {
    errors.BackupDamaged: mark(
        "The backup {path} is damaged. Nothing was changed; choose another backup, and make a new one soon."
    ),
    errors.FileMissing: mark("There is no file {path}. See that the name and the folder are right."),
    errors.FileExists: mark(
        "There is something at {path} already, and it was left as it is. Choose another name, or allow replacing it."
    ),
    errors.FileUnreadable: mark(
        "{path} cannot be read ({detail}). See that the file is there and that you may open it."
    ),
    errors.FileUnwritable: mark("{path} cannot be written ({detail}). Choose another folder."),
    errors.UnknownFormat: mark(
        "{path} is in no format that Leeward knows by itself. If it is a table, use a mapping file that says what its "
        "columns are."
    ),
    errors.OtherFormat: mark(
        "{path} is not a file of the format “{format}”. Leave the format out, and it is found by what the file holds."
    ),
    errors.MappingNeeded: mark("{path} is a table. A mapping file must say what its columns are."),
    errors.ImportStopped: mark("The import was stopped. Nothing was written; it can be begun again at any time."),
    errors.ReportFailed: mark(
        "The report could not be made ({detail}). Your entries are safe; try a shorter period or fewer parts."
    ),
}
"""What is said of a file whatever the fields are."""


def _too_large(fields: Mapping[str, object]) -> str:
    if fields.get("unit") == "rows":
        return _("{path} has more than {limit} rows. Split it into smaller files.")
    return _("{path} is larger than {limit} MB. Split it into smaller files.")


def _invalid_file(fields: Mapping[str, object]) -> str:
    if fields.get("place"):
        return _("{path} is not what it should be at {place} ({reason}). Nothing was changed; save or export it again.")
    if fields.get("line") is None:
        return _("{path} is not what it should be ({reason}). Nothing was changed; save or export it again.")
    if fields.get("column") is None:
        return _(
            "{path} cannot be read at line {line} ({reason}). Nothing was changed; mend that line, then try again."
        )
    return _(
        "{path} cannot be read at line {line}, column {column} ({reason}). Nothing was changed; mend it and try again."
    )


def _invalid_mapping(fields: Mapping[str, object]) -> str:
    if not fields.get("where"):
        return _("The mapping file {path} cannot be used ({reason}). Nothing was changed; mend it, then try again.")
    return _(
        "The mapping file {path} cannot be used: {where} ({reason}). Nothing was changed; mend it, then try again."
    )


def _names_unmapped(fields: Mapping[str, object]) -> str:
    names = fields.get("names")
    return ngettext(
        "{n} name in the file belongs to no item yet: {names}. Nothing was written; say where it belongs, "
        "make a new item, or leave it out.",
        "{n} names in the file belong to no item yet: {names}. Nothing was written; say where they belong, "
        "make new items, or leave them out.",
        len(names) if isinstance(names, tuple | list) else 0,
    )


FILES: Mapping[type[JournalError], Sentence] = {
    errors.FileTooLarge: _too_large,
    errors.InvalidFile: _invalid_file,
    errors.InvalidMapping: _invalid_mapping,
    errors.NamesUnmapped: _names_unmapped,
}
"""The sentence of each error about a file whose words depend on its fields."""

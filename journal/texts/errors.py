"""Plain words for every expected failure: what happened, and what to do next.

Each sentence is filled from the fields of its error. What a file or a person gave (paths, names,
typed text) is only ever shown as text, without control characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from journal.model import errors
from journal.model.errors import JournalError
from journal.texts import numbers
from journal.texts.fields import field_name
from journal.texts.form_faults import refused, refused_fields, unfit
from journal.texts.opening_errors import OPENING, Sentence
from journal.texts.questionnaire_errors import QUESTIONNAIRES
from journal.texts.quotes import quoted
from journal.texts.record_errors import RECORDS
from journal.texts.system_reasons import system_reason
from journal.texts.translation import _, mark, ngettext

SHOWN_NAMES = 5
"""How many names of a file a sentence lists before it says how many more there are."""

_SENTENCES: Mapping[type[JournalError], str] = {
    errors.NotEnoughMemory: mark(
        "Opening the journal needs {needed_mib} MiB of free memory. Close other programs, then try again."
    ),
    errors.KeyringSecretMissing: mark(
        "This computer’s keyring does not open the journal any more. Type the passphrase."
    ),
    errors.KeyringUnavailable: mark(
        "This computer’s keyring cannot be used now. See that it is there and unlocked, or type the passphrase."
    ),
    errors.PassphraseEmpty: mark("The journal needs a passphrase. Type at least one character."),
    errors.JournalMissing: mark("There is no journal in {path}. Choose another folder, or start a new journal there."),
    errors.JournalExists: mark(
        "There is a journal in {path} already. Open it, or choose another folder for a new one."
    ),
    errors.JournalInUse: mark("The journal is open in another window. Go on there, or close that window first."),
    errors.DiskFull: mark("The disk is full. Nothing that was saved is lost: free some space and go on."),
    errors.JournalReadOnly: mark(
        "Nothing can be written to {path}. The journal can still be read; to write in it, copy it to another place."
    ),
    errors.JournalTooNew: mark(
        "The journal in {path} was made by a newer Leeward. Nothing was changed: install the newer one to open it."
    ),
    errors.Interrupted: mark(
        "The work was stopped because the journal is closing. Nothing was changed; start it again later."
    ),
    errors.OtherJournal: mark(
        "The copy in {path} is of another journal, so nothing was joined. Choose a copy or a backup of this one."
    ),
    errors.SameJournal: mark("{path} is the journal that is open. Choose the copy from the other computer."),
    errors.OtherSecretNeeded: mark(
        "The copy in {path} opens with a secret of its own. Give its passphrase or its recovery code."
    ),
    errors.OtherInUse: mark(
        "The copy in {path} is open in another window. Nothing was joined; close it there, then try again."
    ),
    errors.OtherDamaged: mark(
        "The copy in {path} is damaged. Nothing was joined; choose a backup that was made on the other computer."
    ),
    errors.ItemExists: mark("There is an item “{key}” already. Choose another key."),
    errors.ScaleFixed: mark(
        "The scale of “{key}” stays as it is, for other parts count with it. Make an item of your own instead."
    ),
    errors.NotANumber: mark("“{text}” is not a number that {key} can take. Type a number such as 2."),
    errors.InvalidTime: mark("“{text}” is not a date or time that can be read. Write it like 2026-11-22 or 21:04."),
    errors.TimeInFuture: mark("{text} is still to come. Choose a time up to now."),
    errors.InvalidPeriod: mark(
        "The period ends on {last}, before it begins on {first}. Choose a last day that is not before the first."
    ),
    errors.UnknownEntry: mark("No entry has an id that begins with “{prefix}”. Look it up in the list of entries."),
    errors.UnknownTreatment: mark("There is no treatment “{kind}”. Choose one of {known}."),
    errors.MedicineExists: mark("“{name}” is in the list already. Change its dose there, or choose another name."),
    errors.FieldOutOfRange: mark("{field}: {value} does not fit. Choose {minimum} to {maximum}."),
    errors.NothingToUndo: mark("There is nothing to undo. Changes can be undone for 30 days."),
    errors.NothingToRedo: mark("There is nothing to redo. Only what was just undone can be done again."),
    errors.UnknownImport: mark("There is no import “{id}” that can be undone. Look the id up in what the import said."),
    errors.NothingLogged: mark("Nothing was logged from {first} to {last}. Choose another period."),
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
    errors.OnlyTotal: mark(
        "Of {name} only a total was typed in, so there are no answers to write. An export of the journal has it."
    ),
    errors.NoDisplay: mark(
        "There is no screen to open a window on. Start Leeward from a desktop, or use its commands: “leeward --help” "
        "lists them."
    ),
}

_INVALID_DAY: Mapping[str, str] = {
    "end_before_start": mark("{day} is before the beginning. Choose a last day that is not before the first."),
    "change_before_start": mark("{day} is before the beginning. Choose a day on which it had begun."),
    "after_end": mark("{day} is after the end. Choose an earlier day, or take the end back first."),
}

_INVALID_ITEM: Mapping[str, str] = {
    "key": mark(
        "“{key}” cannot be a key. Use small letters a to z, digits and _, a letter first, 40 characters at most."
    ),
    "taken": mark("“{key}” cannot be a key: the charts use it. Choose another one."),
    "label": mark("The item “{key}” needs a name of 1 to 80 characters."),
    "scale": mark(
        "The scale of “{key}” does not work. Its highest step must be above its lowest, with 101 steps or fewer."
    ),
    "words": mark("The words of “{key}” do not fit. Give one word for each step, or two for the ends."),
    "since": mark("The scale of “{key}” can change from today on, or from an earlier day after its last change."),
    "combine": mark("The values of “{key}” cannot be put together in this way. Choose another way for its days."),
}

_INVALID_GROUP: Mapping[str, str] = {
    "name": mark("A group needs a name of 1 to 60 characters. Type one, then try again."),
    "taken": mark("There is a group “{name}” already. Choose another name."),
}

_INVALID_PROFILE: Mapping[str, str] = {
    "name": mark("A profile needs a name of 1 to 60 characters. Type one, then try again."),
    "taken": mark("There is a profile “{name}” already. Choose another name."),
    "items": mark("A profile needs at least one item. Choose one, then try again."),
}


def explain(error: JournalError) -> str:
    """One or two sentences: what happened and what to do next."""
    special = _SPECIAL.get(type(error))
    sentence = special(error.fields) if special else _(_SENTENCES.get(type(error), _GENERAL))
    text = sentence.format_map(_shown_fields(error))
    return text.replace(" ()", "")  # where the system gave no name of its fault


def still_closed() -> str:
    """What the lock page says after three tries."""
    return _("Still closed. Nothing is deleted and there is no limit.")


_GENERAL = mark("That did not work. Nothing that was saved is lost; try again.")


class _Filled(dict[str, str]):
    """Fields of a sentence; one that the error does not carry reads as an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"


def _shown_fields(error: JournalError) -> _Filled:
    filled = _Filled({name: _shown(value) for name, value in error.fields.items()})
    if isinstance(detail := error.fields.get("detail"), str):
        filled["detail"] = _shown(system_reason(detail))
    if isinstance(reason := error.fields.get("reason"), str):
        filled["reason"] = _shown(_(reason))
    if isinstance(error, errors.FieldOutOfRange):
        filled["field"] = field_name(str(error.fields.get("field", "…")))
    if isinstance(error, errors.FileTooLarge) and error.fields.get("unit") != "rows":
        filled["limit"] = _megabytes(error.fields.get("limit"))
    if isinstance(error, errors.FormRefused):
        filled.update(refused_fields(error.fields.get("reasons")))
    if isinstance(error, errors.NamesUnmapped):
        filled["n"] = str(_length(error.fields.get("names")))
    return filled


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return _listed([_shown(each).strip() for each in value])
    if isinstance(value, float):
        return numbers.dose(value)
    return "".join(char if _harmless(char) else "\N{REPLACEMENT CHARACTER}" for char in str(value))


def _listed(names: list[str]) -> str:
    listed = ", ".join(quoted(name) for name in names[:SHOWN_NAMES])
    more = len(names) - SHOWN_NAMES
    return _("{names} and {n} more").format(names=listed, n=more) if more > 0 else listed


def _length(values: object) -> int:
    return len(values) if isinstance(values, tuple | list) else 0


def _megabytes(limit: object) -> str:
    if not isinstance(limit, int | float):
        return "…"
    return f"{limit / (1 << 20 if limit % (1 << 20) == 0 else 1_000_000):.10g}"


def _harmless(char: str) -> bool:
    return char in "\u200c\u200d" or not unicodedata.category(char).startswith("C")


def _unknown_item(fields: Mapping[str, object]) -> str:
    if fields.get("similar"):
        return _("There is no item “{key}”. Did you mean {similar}?")
    return _("There is no item “{key}”. The list of items shows them all.")


def _out_of_range(fields: Mapping[str, object]) -> str:
    open_end, whole = fields.get("maximum") is None, fields.get("step") == 1
    if open_end and whole:
        return _("{value} does not fit {key}. Choose a whole number from {minimum} up.")
    if open_end:
        return _("{value} does not fit {key}. Choose {minimum} or more, in steps of {step}.")
    if whole:
        return _("{value} does not fit {key}. Choose a whole number from {minimum} to {maximum}.")
    return _("{value} does not fit {key}. Choose {minimum} to {maximum}, in steps of {step}.")


def _ambiguous(fields: Mapping[str, object]) -> str:
    count = fields.get("count")
    return ngettext(
        "{count} entry has an id that begins with “{prefix}”. Type more of the id.",
        "{count} entries have an id that begins with “{prefix}”. Type more of the id.",
        count if isinstance(count, int) else 2,
    )


def _unknown_medicine(fields: Mapping[str, object]) -> str:
    if fields.get("similar"):
        return _("There is no medicine “{name}”. Did you mean {similar}?")
    return _("There is no medicine “{name}”. The list of medicines shows them all.")


def _invalid_day(fields: Mapping[str, object]) -> str:
    known = _INVALID_DAY.get(str(fields.get("reason")))
    return _(known or mark("{day} does not fit. Choose another day."))


def _too_large(fields: Mapping[str, object]) -> str:
    if fields.get("unit") == "rows":
        return _("{path} has more than {limit} rows. Split it into smaller files.")
    return _("{path} is larger than {limit} MB. Split it into smaller files.")


def _invalid_item(fields: Mapping[str, object]) -> str:
    known = _INVALID_ITEM.get(str(fields.get("reason")))
    return _(known or mark("The item “{key}” cannot be made so. Look at its name, scale and words."))


def _invalid_group(fields: Mapping[str, object]) -> str:
    known = _INVALID_GROUP.get(str(fields.get("reason")))
    return _(known or _INVALID_GROUP["name"])


def _invalid_profile(fields: Mapping[str, object]) -> str:
    known = _INVALID_PROFILE.get(str(fields.get("reason")))
    return _(known or _INVALID_PROFILE["name"])


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
    return ngettext(
        "{n} name in the file belongs to no item yet: {names}. Nothing was written; say where it belongs, "
        "make a new item, or leave it out.",
        "{n} names in the file belong to no item yet: {names}. Nothing was written; say where they belong, "
        "make new items, or leave them out.",
        _length(fields.get("names")),
    )


_SPECIAL: Mapping[type[JournalError], Sentence] = {
    **OPENING,
    **QUESTIONNAIRES,
    **RECORDS,
    errors.UnknownItem: _unknown_item,
    errors.ValueOutOfRange: _out_of_range,
    errors.AmbiguousEntry: _ambiguous,
    errors.UnknownMedicine: _unknown_medicine,
    errors.InvalidDay: _invalid_day,
    errors.NameMissing: lambda _fields: _("A name is needed. Type one and try again."),
    errors.FileTooLarge: _too_large,
    errors.InvalidItem: _invalid_item,
    errors.InvalidGroup: _invalid_group,
    errors.InvalidProfile: _invalid_profile,
    errors.InvalidFile: _invalid_file,
    errors.InvalidMapping: _invalid_mapping,
    errors.NamesUnmapped: _names_unmapped,
    errors.FormRefused: refused,
    errors.FormAnswerUnfit: unfit,
}

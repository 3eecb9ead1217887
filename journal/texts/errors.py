"""Plain words for every expected failure: what happened, and what to do next.

Each sentence is filled from the fields of its error. What a file or a person gave (paths, names,
typed text) is only ever shown as text, without control characters.
"""

from __future__ import annotations

from collections.abc import Mapping

from journal.model import errors
from journal.model.errors import JournalError
from journal.texts.error_fields import shown_fields
from journal.texts.file_errors import FILE_SENTENCES, FILES
from journal.texts.form_faults import refused, unfit
from journal.texts.item_errors import ITEM_SENTENCES, ITEMS
from journal.texts.opening_errors import OPENING, Sentence
from journal.texts.questionnaire_errors import QUESTIONNAIRES
from journal.texts.record_errors import RECORDS
from journal.texts.translation import _, mark, ngettext

_SENTENCES: Mapping[type[JournalError], str] = {
    **ITEM_SENTENCES,
    **FILE_SENTENCES,
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


def explain(error: JournalError) -> str:
    """One or two sentences: what happened and what to do next."""
    special = _SPECIAL.get(type(error))
    sentence = special(error.fields) if special else _(_SENTENCES.get(type(error), _GENERAL))
    text = sentence.format_map(shown_fields(error))
    return text.replace(" ()", "")  # where the system gave no name of its fault


def still_closed() -> str:
    """What the lock page says after three tries."""
    return _("Still closed. Nothing is deleted and there is no limit.")


_GENERAL = mark("That did not work. Nothing that was saved is lost; try again.")


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


_SPECIAL: Mapping[type[JournalError], Sentence] = {
    **OPENING,
    **QUESTIONNAIRES,
    **RECORDS,
    **ITEMS,
    **FILES,
    errors.AmbiguousEntry: _ambiguous,
    errors.UnknownMedicine: _unknown_medicine,
    errors.InvalidDay: _invalid_day,
    errors.NameMissing: lambda _fields: _("A name is needed. Type one and try again."),
    errors.FormRefused: refused,
    errors.FormAnswerUnfit: unfit,
}

"""Every expected failure as typed data: a code and fields.

The words that a person reads are made from these in `journal.texts.errors`, so no sentence stands
here. An error that is not one of these is a bug.
"""

from __future__ import annotations

from typing import ClassVar


class JournalError(Exception):
    """An expected failure. `code` names it, `fields` fill its sentence.

    `exit_code` is what the command line ends with (see the contract: 1 expected failure, 3 wrong
    secret, 4 in use, 5 damaged).
    """

    code: ClassVar[str] = "failed"
    exit_code: ClassVar[int] = 1

    def __init__(self, **fields: object) -> None:
        super().__init__(self.code, fields)
        self.fields = fields


# Secrets and the key file.


class WrongPassphrase(JournalError):
    """No passphrase slot opens with this passphrase. Fields: `backup` (its path, where one was tried)."""

    code = "wrong_passphrase"
    exit_code = 3


class WrongRecoveryCode(JournalError):
    """The code is well formed, but opens no slot. Fields: `backup` (its path, where one was tried)."""

    code = "wrong_recovery_code"
    exit_code = 3


class RecoveryCodeMistyped(JournalError):
    """Fields: `reason` (length | character | check), `position` (1-based, or None)."""

    code = "recovery_code_mistyped"
    exit_code = 3


class KeyringSecretMissing(JournalError):
    """What the system's keyring holds, if anything, does not open the journal."""

    code = "keyring_secret_missing"
    exit_code = 3


class KeyringUnavailable(JournalError):
    """The system has no keyring that can be used, or it stays closed."""

    code = "keyring_unavailable"


class KeyFileMissing(JournalError):
    """Fields: `path`, `copy` (path of the second copy or None), `backup` (newest backup or None)."""

    code = "key_file_missing"
    exit_code = 5


class KeyFileDamaged(JournalError):
    """Not readable or its checksum is wrong. Fields: `path`, `copy`, `backup` (as in KeyFileMissing)."""

    code = "key_file_damaged"
    exit_code = 5


class KeyFileAltered(JournalError):
    """The slots open, but the rest of the file was changed. Fields: `path`, `copy`, `backup`."""

    code = "key_file_altered"
    exit_code = 5


class NotEnoughMemory(JournalError):
    """Deriving the key needs more free memory. Fields: `needed_mib`."""

    code = "not_enough_memory"


class PassphraseEmpty(JournalError):
    """A journal needs a passphrase of at least one character."""

    code = "passphrase_empty"


# The store.


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


# Another copy of the journal.


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


# What a person typed.


class UnknownItem(JournalError):
    """Fields: `key`, `similar` (tuple of keys that look alike)."""

    code = "unknown_item"


class ItemExists(JournalError):
    """Fields: `key`."""

    code = "item_exists"


class InvalidItem(JournalError):
    """Fields: `key`, `reason` (key | taken | label | scale | words | combine | since)."""

    code = "invalid_item"


class ScaleFixed(JournalError):
    """The item keeps its scale: others reckon with it, or it has none. Fields: `key`."""

    code = "scale_fixed"


class InvalidGroup(JournalError):
    """Fields: `name`, `reason` (name | taken)."""

    code = "invalid_group"


class InvalidProfile(JournalError):
    """Fields: `name`, `reason` (name | taken | items)."""

    code = "invalid_profile"


class ValueOutOfRange(JournalError):
    """Fields: `key`, `value`, `minimum`, `maximum`, `step`."""

    code = "value_out_of_range"


class NotANumber(JournalError):
    """Fields: `key`, `text`."""

    code = "not_a_number"


class InvalidTime(JournalError):
    """Fields: `text`. Also used for dates."""

    code = "invalid_time"


class TimeInFuture(JournalError):
    """Fields: `text`."""

    code = "time_in_future"


class InvalidPeriod(JournalError):
    """The period ends before it begins. Fields: `first`, `last`."""

    code = "invalid_period"


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


class UnknownTreatment(JournalError):
    """Fields: `kind`, `known` (tuple of the kinds there are)."""

    code = "unknown_treatment"


class UnknownMedicine(JournalError):
    """Fields: `name`, `similar` (tuple of names that look alike)."""

    code = "unknown_medicine"


class MedicineExists(JournalError):
    """Fields: `name`."""

    code = "medicine_exists"


class FieldOutOfRange(JournalError):
    """A number of a session, a medicine or a practice is impossible. Fields: `field`, `value`, `minimum`, `maximum`."""

    code = "field_out_of_range"


class NameMissing(JournalError):
    """What is made needs a name. No fields."""

    code = "name_missing"


class InvalidDay(JournalError):
    """A day does not fit the others. Fields: `reason` (end_before_start | change_before_start | after_end), `day`."""

    code = "invalid_day"


class UnknownInstrument(JournalError):
    """No questionnaire is called so. Fields: `name`, `similar` (tuple of names that look alike)."""

    code = "unknown_instrument"


class AnswersMiscounted(JournalError):
    """Not as many answers as questions. Fields: `name`, `given`, `wanted`."""

    code = "answers_miscounted"


class AnswerOutOfRange(JournalError):
    """An answer the question does not have. Fields: `name`, `item` (its number), `value`, `minimum`, `maximum`."""

    code = "answer_out_of_range"


class AnswerMisplaced(JournalError):
    """The questionnaire has no such question, or it has two answers. Fields: `name`, `item`."""

    code = "answer_misplaced"


class NothingAnswered(JournalError):
    """Every question was skipped, so there is nothing to keep. Fields: `name`."""

    code = "nothing_answered"


class TotalOutOfRange(JournalError):
    """A total that can't be, or an empty name. Fields: `name`, `value`, `minimum`, `maximum` (None: no known range)."""

    code = "total_out_of_range"


class SpanUnknown(JournalError):
    """The questionnaire has no form for that time. Fields: `name`, `span`."""

    code = "span_unknown"


class NothingToUndo(JournalError):
    """The undo history is empty."""

    code = "nothing_to_undo"


class NothingToRedo(JournalError):
    """Nothing was undone since the last change."""

    code = "nothing_to_redo"


class UnknownImport(JournalError):
    """Fields: `id`."""

    code = "unknown_import"


class NothingLogged(JournalError):
    """The period holds no entry. Fields: `first`, `last`."""

    code = "nothing_logged"


# Files that come and go.


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


class FormRefused(JournalError):
    """A questionnaire that can't be shown whole, so not at all. Fields: `path`, `reasons` (tuple of FormFault)."""

    code = "form_refused"


class FormAnswerUnfit(JournalError):
    """An answer that a form's question can't take.

    Fields: `number` (of the question, from 1), `text` (as typed), `reason` (an AnswerFault), `known`
    (tuple of what can be chosen), `minimum`, `maximum` (as texts, or None).
    """

    code = "form_answer_unfit"


class OnlyTotal(JournalError):
    """What was typed in is a total, and has no answers to hand on. Fields: `name`."""

    code = "only_total"


class BackupDamaged(InvalidFile):
    """A backup that is not whole any more. Fields: `path`."""

    code = "backup_damaged"
    exit_code = 5


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


class ReportFailed(JournalError):
    """The document could not be set. Fields: `detail`, without any journal text."""

    code = "report_failed"


class NoDisplay(JournalError):
    """No screen to open a window on."""

    code = "no_display"

"""Plain words for what keeps a journal closed: its secrets, its key file, its database, its place."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping

from journal.model import errors
from journal.model.errors import JournalError
from journal.texts.system_reasons import system_reason
from journal.texts.translation import _, mark

Sentence = Callable[[Mapping[str, object]], str]
"""Chooses a sentence by the fields of an error; the fields are filled in by the caller."""

NOT_ALLOWED = ("EACCES", "EPERM")

_MISTYPED: Mapping[str, str] = {
    "length": mark("The recovery code is too short or too long. Compare it with the one you kept."),
    "character": mark(
        "The recovery code has a wrong letter or sign at place {position}. Compare it with the one you kept."
    ),
    "check": mark("There is a typing error in the recovery code. Compare it with the one you kept."),
}


def _mistyped(fields: Mapping[str, object]) -> str:
    place = fields.get("position")
    if fields.get("reason") == "check" and place is not None:
        return _(
            "There is a typing error in the recovery code near place {position}. Compare it with the one you kept."
        )
    known = _MISTYPED.get(str(fields.get("reason")), _MISTYPED["check"])
    return _(_MISTYPED["check"] if "{position}" in known and place is None else known)


_KEY_FILE_FAULTS: Mapping[type[JournalError], str] = {
    errors.KeyFileMissing: mark("The key file {path} is missing."),
    errors.KeyFileDamaged: mark("The key file {path} is damaged."),
    errors.KeyFileAltered: mark("The key file {path} was altered from outside."),
}


_NOT_A_FOLDER = mark("{path} cannot be used: a file stands where a folder is needed. Choose another place.")
_NOT_THERE: Mapping[str, str] = {
    "ENOENT": mark("{path} is not there. See that its disk is connected and its folder exists, then try again."),
    "EEXIST": _NOT_A_FOLDER,
    "ENOTDIR": _NOT_A_FOLDER,
    "EISDIR": mark("{path} is a folder, and a file is needed there. Choose another name."),
}
"""What is said where the place is not what it should be, by the system's name for it."""


def _storage_failed(fields: Mapping[str, object]) -> str:
    if fields.get("detail") in NOT_ALLOWED:
        return _(
            "{path} cannot be opened: this account may not look into it. Change that, or use the account it is of."
        )
    detail = str(fields.get("detail"))
    if detail in _NOT_THERE:
        return _(_NOT_THERE[detail])
    said = _("Reading or writing {path} failed ({detail}). See that the disk is connected, then try again.")
    number = getattr(errno, detail, None)
    return said if number is None else said.replace("{detail}", system_reason(os.strerror(number)))


def _key_file(kind: type[JournalError]) -> Sentence:
    def sentence(fields: Mapping[str, object]) -> str:
        if fields.get("copy") is not None:
            then = _("A second copy stands at {copy}: use that one.")
        elif fields.get("backup") is not None:
            then = _("No second copy was found. Open the newest good backup, {backup}.")
        else:
            then = _("No second copy was found. Take the one from a backup.")
        return " ".join((_(_KEY_FILE_FAULTS[kind]), then))

    return sentence


def _wrong_passphrase(fields: Mapping[str, object]) -> str:
    if fields.get("backup") is not None:
        return _("Still closed: a backup opens with the passphrase it was made with. Try the one you had then.")
    return _("Still closed: this passphrase does not open the journal. Try again, or use the recovery code.")


def _wrong_code(fields: Mapping[str, object]) -> str:
    if fields.get("backup") is not None:
        return _("Still closed: a backup opens with the recovery code it was made with. Try the one you had then.")
    return _("Still closed: this code does not open the journal. Look for a newer code, or use the passphrase.")


def _damaged(fields: Mapping[str, object]) -> str:
    if fields.get("backup") is not None:
        return _("The journal {path} is damaged. Open the newest good backup, {backup}; the damaged file is kept.")
    return _(
        "The journal {path} is damaged, and no good backup was found beside it. Keep the file, and look for a backup."
    )


OPENING: Mapping[type[JournalError], Sentence] = {
    errors.RecoveryCodeMistyped: _mistyped,
    errors.StorageFailed: _storage_failed,
    errors.WrongPassphrase: _wrong_passphrase,
    errors.WrongRecoveryCode: _wrong_code,
    errors.KeyFileMissing: _key_file(errors.KeyFileMissing),
    errors.KeyFileDamaged: _key_file(errors.KeyFileDamaged),
    errors.KeyFileAltered: _key_file(errors.KeyFileAltered),
    errors.JournalDamaged: _damaged,
}
"""The sentence of each error that keeps a journal closed and whose words depend on its fields."""

"""Secrets and the key file: why a journal stays closed."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


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


class PassphraseEmpty(JournalError):
    """A journal needs a passphrase of at least one character."""

    code = "passphrase_empty"

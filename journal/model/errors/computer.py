"""What this computer lacks."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class NotEnoughMemory(JournalError):
    """Deriving the key needs more free memory. Fields: `needed_mib`."""

    code = "not_enough_memory"


class KeyringUnavailable(JournalError):
    """The system has no keyring that can be used, or it stays closed."""

    code = "keyring_unavailable"


class NoDisplay(JournalError):
    """No screen to open a window on."""

    code = "no_display"

"""What the lock page shows."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.model.errors import JournalError

TRIES_BEFORE_OFFERS = 3
EXIT_DAMAGED = 5

_PASSING = ("journal_in_use", "disk_full", "storage_failed", "not_enough_memory", "interrupted")
"""Faults that may be gone the next time, without anything being done to the journal."""
_ELSEWHERE = ("journal_missing", "storage_failed", "journal_too_new")
"""Faults for which a journal in another folder may be what is wanted."""

Ways = frozenset["Way"]


class Step(Enum):
    """What is asked for."""

    PASSPHRASE = auto()
    RECOVERY_CODE = auto()
    NEW_PASSPHRASE = auto()


class Way(Enum):
    """Another way in, chosen by the person where the usual one fails."""

    SECOND_COPY = auto()
    NEWEST_BACKUP = auto()
    SALVAGE = auto()
    READING = auto()
    AGAIN = auto()
    """The same once more: for what another program, more space or a connected disk mends."""


class Secrets(NamedTuple):
    """Which secrets there are beside the passphrase, as far as a glance at the key file tells."""

    code: bool = True
    keyring: bool = False


USUAL = Secrets()


class LockState(NamedTuple):
    """One picture of the lock page: `message` stands under the field, `way` is another way in, `also` a second.

    `offers_keyring` is true where the system's keyring can open the journal.
    """

    step: Step = Step.PASSPHRASE
    busy: bool = False
    message: str = ""
    offers_recovery: bool = False
    offers_new: bool = False
    way: Way | None = None
    also: Way | None = None
    offers_other: bool = False
    offers_keyring: bool = False


def build_state(
    step: Step,
    *,
    busy: bool,
    wrong_tries: int,
    error: JournalError | None,
    hint: str = "",
    taken: Ways = frozenset(),
    secrets: Secrets = USUAL,
) -> LockState:
    """The state after `wrong_tries` wrong secrets and, last, `error`, with the ways `taken` already."""
    first = step is Step.PASSPHRASE and not busy
    way, also = (None, None) if busy else ways_round(error, taken)
    return LockState(
        step=step,
        busy=busy,
        message=_("Opening…") if busy else _message(wrong_tries, error, secrets) or hint,
        offers_recovery=first and wrong_tries > 0 and secrets.code,
        offers_new=first and (wrong_tries >= TRIES_BEFORE_OFFERS or _hopeless(error)),
        way=way,
        also=also,
        offers_other=first and error is not None and error.code in _ELSEWHERE,
        offers_keyring=step is Step.PASSPHRASE and secrets.keyring,
    )


def ways_round(error: JournalError | None, taken: Ways = frozenset()) -> tuple[Way | None, Way | None]:
    """The ways in that help after `error`, the better first; those taken already are left out."""
    helping = [way for way in _helping(error) if way is Way.AGAIN or way not in taken]
    return (*helping, None, None)[0], (*helping, None, None)[1]


def _helping(error: JournalError | None) -> tuple[Way, ...]:
    if error is None:
        return ()
    from journal.model.errors import JournalDamaged, JournalReadOnly

    if error.fields.get("copy") is not None:
        return (Way.SECOND_COPY,)
    if error.exit_code == EXIT_DAMAGED and error.fields.get("backup") is not None:
        return Way.NEWEST_BACKUP, Way.SALVAGE
    if isinstance(error, JournalDamaged):
        return (Way.SALVAGE,)
    if isinstance(error, JournalReadOnly):
        return (Way.READING,)
    return (Way.AGAIN,) if error.code in _PASSING else ()


def given_words(backup: str) -> str:
    """What to do with a backup that the program was opened with, by its path; empty without one."""
    if not backup:
        return ""
    words = _("To look into {file}, open your journal. Then choose it in Settings, under “{card}”.")
    return words.format(file=Path(backup).name, card=_("Backups"))


def way_words(way: Way) -> str:
    """The words of the button that takes a way."""
    words = {
        Way.SECOND_COPY: _("Use the second copy"),
        Way.NEWEST_BACKUP: _("Open the newest backup"),
        Way.SALVAGE: _("Save what can be read"),
        Way.READING: _("Open for reading"),
        Way.AGAIN: _("Try again"),
    }
    return words[way]


def opened_words(ways: Ways, folder: str) -> str:
    """What is said once the journal in `folder` is open by these ways; empty for the usual one."""
    said = []
    if Way.SALVAGE in ways:
        return ""  # said with the list of what could not be read
    if Way.NEWEST_BACKUP in ways:
        said.append(
            _("This is the newest good backup, now in {folder}. The damaged journal was kept.").format(folder=folder)
        )
    elif Way.SECOND_COPY in ways:
        said.append(_("The journal was opened with the second copy of its key file."))
    if Way.READING in ways:
        said.append(_("It is open for reading: nothing new can be saved in this place."))
    return " ".join(said)


def _message(wrong_tries: int, error: JournalError | None, secrets: Secrets) -> str:
    if error is None:
        return ""
    from journal.model.errors import WrongPassphrase, WrongRecoveryCode
    from journal.texts.errors import explain, still_closed

    wrong = isinstance(error, WrongPassphrase | WrongRecoveryCode)
    if not wrong or wrong_tries < TRIES_BEFORE_OFFERS:
        return explain(error)
    return still_closed() if secrets.code else still_closed() + " " + _("This journal has no recovery code.")


def _hopeless(error: JournalError | None) -> bool:
    """Whether no secret can help, so that a new journal is worth offering at once."""
    return error is not None and (error.exit_code == EXIT_DAMAGED or error.code == "journal_missing")

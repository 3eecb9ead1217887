"""What the lock page shows."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.model.errors import JournalError

TRIES_BEFORE_OFFERS = 3
EXIT_DAMAGED = 5

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
    READING = auto()


class LockState(NamedTuple):
    """One picture of the lock page. `message` is the sentence under the field, `way` another way in."""

    step: Step = Step.PASSPHRASE
    busy: bool = False
    message: str = ""
    offers_recovery: bool = False
    offers_new: bool = False
    way: Way | None = None


def build_state(
    step: Step,
    *,
    busy: bool,
    wrong_tries: int,
    error: JournalError | None,
    hint: str = "",
    taken: Ways = frozenset(),
) -> LockState:
    """The state after `wrong_tries` wrong secrets and, last, `error`, with the ways `taken` already."""
    first = step is Step.PASSPHRASE and not busy
    return LockState(
        step=step,
        busy=busy,
        message=_("Opening…") if busy else _message(wrong_tries, error) or hint,
        offers_recovery=first and wrong_tries > 0,
        offers_new=first and (wrong_tries >= TRIES_BEFORE_OFFERS or _hopeless(error)),
        way=None if busy else way_round(error, taken),
    )


def way_round(error: JournalError | None, taken: Ways = frozenset()) -> Way | None:
    """The way in that helps after `error`, if there is one that was not taken yet."""
    if error is None:
        return None
    from journal.model.errors import JournalReadOnly

    if error.fields.get("copy") is not None:
        way = Way.SECOND_COPY
    elif error.exit_code == EXIT_DAMAGED and error.fields.get("backup") is not None:
        way = Way.NEWEST_BACKUP
    elif isinstance(error, JournalReadOnly):
        way = Way.READING
    else:
        return None
    return None if way in taken else way


def way_words(way: Way) -> str:
    """The words of the button that takes a way."""
    words = {
        Way.SECOND_COPY: _("Use the second copy"),
        Way.NEWEST_BACKUP: _("Open the newest backup"),
        Way.READING: _("Open for reading"),
    }
    return words[way]


def opened_words(ways: Ways, folder: str) -> str:
    """What is said once the journal in `folder` is open by these ways; empty for the usual one."""
    said = []
    if Way.NEWEST_BACKUP in ways:
        said.append(
            _("This is the newest good backup, now in {folder}. The damaged journal was kept.").format(folder=folder)
        )
    elif Way.SECOND_COPY in ways:
        said.append(_("The journal was opened with the second copy of its key file."))
    if Way.READING in ways:
        said.append(_("It is open for reading: nothing new can be saved in this place."))
    return " ".join(said)


def _message(wrong_tries: int, error: JournalError | None) -> str:
    if error is None:
        return ""
    from journal.model.errors import WrongPassphrase, WrongRecoveryCode
    from journal.texts.errors import explain, still_closed

    wrong = isinstance(error, WrongPassphrase | WrongRecoveryCode)
    return still_closed() if wrong and wrong_tries >= TRIES_BEFORE_OFFERS else explain(error)


def _hopeless(error: JournalError | None) -> bool:
    """Whether no secret can help, so that a new journal is worth offering at once."""
    return error is not None and (error.exit_code == EXIT_DAMAGED or error.code == "journal_missing")

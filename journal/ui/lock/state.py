"""What the lock page shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.model.errors import JournalError

TRIES_BEFORE_OFFERS = 3
EXIT_DAMAGED = 5


class Step(Enum):
    """What is asked for."""

    PASSPHRASE = auto()
    RECOVERY_CODE = auto()
    NEW_PASSPHRASE = auto()


@dataclass(frozen=True, slots=True)
class LockState:
    """One picture of the lock page. `message` is the sentence under the field."""

    step: Step = Step.PASSPHRASE
    busy: bool = False
    message: str = ""
    offers_recovery: bool = False
    offers_new: bool = False


def build_state(step: Step, *, busy: bool, wrong_tries: int, error: JournalError | None, hint: str = "") -> LockState:
    """The state after `wrong_tries` wrong secrets and, last, `error`."""
    return LockState(
        step=step,
        busy=busy,
        message=_("Opening…") if busy else _message(wrong_tries, error) or hint,
        offers_recovery=step is Step.PASSPHRASE and not busy and (wrong_tries > 0 or error is not None),
        offers_new=step is Step.PASSPHRASE and not busy and (wrong_tries >= TRIES_BEFORE_OFFERS or _hopeless(error)),
    )


def _message(wrong_tries: int, error: JournalError | None) -> str:
    if error is None:
        return ""
    from journal.model.errors import WrongPassphrase, WrongRecoveryCode
    from journal.texts.errors import explain, still_closed

    wrong = isinstance(error, WrongPassphrase | WrongRecoveryCode)
    return still_closed() if wrong and wrong_tries >= TRIES_BEFORE_OFFERS else explain(error)


def _hopeless(error: JournalError | None) -> bool:
    """Whether no secret can help, so that a new journal is worth offering at once."""
    return error is not None and error.exit_code == EXIT_DAMAGED

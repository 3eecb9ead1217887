"""People and lines to talk to, as a person keeps them beside the shipped numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact. `call` and `sms` are numbers as dialled, `say` is what to choose or write there.

    `shipped` names the shipped line in whose place it stands, empty for one of the person's own;
    `hidden` takes that line away. `open` is true where the person chose that it can be read without
    the passphrase. `checked_on` is when the number was looked at last, None if never.
    """

    id: str
    name: str
    call: str = ""
    sms: str = ""
    say: str = ""
    note: str = ""
    shipped: str = ""
    hidden: bool = False
    open: bool = False
    checked_on: date | None = None
    position: int = 0

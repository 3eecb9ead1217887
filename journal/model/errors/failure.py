"""What every expected failure is."""

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

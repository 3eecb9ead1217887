"""What a process tells the one that takes its place when the journal is locked; and what the start was asked for.

It stands in the environment that the fresh process is started with. This process's own environment is
never changed for it: Qt's threads read that, and what is changed beside a reader can end the program.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from journal.host.program import BACKUP, GO_TO, OF_BACKUP

STANDING = "LEEWARD_STANDING"
CALM = "LEEWARD_CALM"


class HandedOn(NamedTuple):
    """How the window stood, where in a calm moment the person was, where to go, which backup was opened; or empty."""

    standing: str = ""
    calm: str = ""
    go: str = ""
    backup: str = ""

    @property
    def wish(self) -> str:
        """What a window that stands already is asked for in this start's place; empty for coming forward alone."""
        return self.go or (f"{OF_BACKUP}{self.backup}" if self.backup else "")


def environment(told: HandedOn) -> dict[str, str]:
    """This process's environment with what the next one is told."""
    # Where the start was asked to go is not handed on: who locks does not wish to go there again.
    kept = {name: value for name, value in os.environ.items() if name not in (STANDING, CALM, GO_TO, BACKUP)}
    said = {STANDING: told.standing, CALM: told.calm}
    return kept | {name: str(value) for name, value in said.items() if value}


def taken_over() -> HandedOn:
    """What the process before told. Told once, and to no other program: asked before there is a second thread."""
    return HandedOn(*(os.environ.pop(name, "") for name in (STANDING, CALM, GO_TO, BACKUP)))

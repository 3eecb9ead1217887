"""A calm moment in tests: what it works with, and the room over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.host.clock import FixedClock
from journal.host.settings_file import SettingsFile
from journal.model.contacts import Contact
from journal.model.plans import Heading, PlanLine
from journal.ui.calm.presenter import CalmParts, CalmPresenter
from journal.ui.calm.state import CalmState, Known
from tests.support.windows import EVENING

LINES = (
    PlanLine("1", Heading.SIGNS, "I stop answering messages."),
    PlanLine("2", Heading.MYSELF, "Walk to the harbour and back.", open=True),
)
CONTACTS = (Contact("3", "Mara", "020 555 0143", note="Evenings"),)
OPEN = Known("I am at home.", LINES, CONTACTS, locked=False)


@dataclass
class Visit:
    """What somebody in the room did that leads out of it."""

    known: Known = OPEN
    still: bool = False
    left: int = 0
    asked_system: int = 0
    hidden: int = 0
    edited: list[Any] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)
    states: list[CalmState] = field(default_factory=list)

    def parts(self, folder: Path, clock: FixedClock = EVENING) -> CalmParts:
        """What the room works with; `still` is what the system says of motion."""
        return CalmParts(
            clock=clock,
            settings=SettingsFile(folder / "settings.toml"),
            load=self.load,
            leave=self.leave,
            edit=self.edited.append,
            keep=lambda *moment: self.kept.append(moment),
            hide=self.hide,
            less_motion=self.less_motion,
        )

    def presenter(self, folder: Path, clock: FixedClock = EVENING) -> CalmPresenter:
        """A presenter that shows its states here."""
        return CalmPresenter(self, self.parts(folder, clock))

    def load(self, then: Callable[[Known], None]) -> None:
        then(self.known)

    def leave(self) -> None:
        self.left += 1

    def hide(self) -> None:
        self.hidden += 1

    def less_motion(self) -> bool:
        self.asked_system += 1
        return self.still

    def render_state(self, state: CalmState) -> None:
        self.states.append(state)

    @property
    def state(self) -> CalmState:
        return self.states[-1]

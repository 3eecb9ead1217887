"""What the card of two computers shows, worked out without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from journal.model.merges import MergePreview, MergeResult
from journal.texts.merges import difference_lines, joined, side_lines
from journal.texts.translation import _


class Step(Enum):
    """Where joining stands."""

    START = "start"
    READING = "reading"
    LOCKED = "locked"
    FOUND = "found"
    JOINING = "joining"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class MergeState:
    """The sentences, what went wrong with a secret, and what can be done."""

    step: Step = Step.START
    lines: tuple[str, ...] = ()
    problem: str = ""

    @property
    def can_choose(self) -> bool:
        """Whether another copy can be chosen."""
        return self.step in (Step.START, Step.JOINED)

    @property
    def asks_secret(self) -> bool:
        """Whether the other copy's secret is asked for."""
        return self.step is Step.LOCKED

    @property
    def can_join(self) -> bool:
        """Whether there is something to join."""
        return self.step is Step.FOUND

    @property
    def can_cancel(self) -> bool:
        """Whether it can be left alone."""
        return self.step in (Step.LOCKED, Step.FOUND)

    @property
    def busy(self) -> bool:
        """Whether work is going on."""
        return self.step in (Step.READING, Step.JOINING)


def reading() -> MergeState:
    """The copy is being looked at."""
    return MergeState(Step.READING, (_("Looking at the other copy…"),))


def joining() -> MergeState:
    """Both are being joined."""
    return MergeState(Step.JOINING, (_("Making a backup, then joining…"),))


def secret_wanted(problem: str = "") -> MergeState:
    """The copy has another key."""
    words = _("That copy opens with a secret of its own. Type its passphrase or its recovery code.")
    return MergeState(Step.LOCKED, (words,), problem)


def found(preview: MergePreview) -> MergeState:
    """What each side has and what would become of it."""
    lines = (*side_lines(preview), *difference_lines(preview))
    if preview.anything_coming:
        last = _("A backup is made before, and nothing in the other copy is changed.")
        return MergeState(Step.FOUND, (*lines, last))
    return MergeState(Step.START, (*lines, joined(preview)))


def done(result: MergeResult) -> MergeState:
    """What came, and what is left to do."""
    if result.backup is None:
        return MergeState(Step.START, (joined(result.preview),))
    lines = [
        joined(result.preview),
        _("As it was before, the journal is in the backup {name}.").format(name=result.backup.name),
    ]
    if result.preview.anything_going:
        lines.append(_("Do the same on the other computer, so that it has all of this too."))
    return MergeState(Step.JOINED, tuple(lines))


def undone(backup_name: str) -> MergeState:
    """The journal is what it was."""
    words = _("The journal is as it was before joining. What it was until now is in the backup {name}.")
    return MergeState(Step.START, (words.format(name=backup_name),))

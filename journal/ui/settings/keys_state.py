"""What Settings shows of the ways into the journal. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from journal.model.errors import JournalError
from journal.texts.endings import old_copies_words, renewed_words, unreachable_line
from journal.texts.errors import explain
from journal.texts.translation import _


@dataclass(frozen=True, slots=True)
class KeysState:
    """Whether there is a recovery code, whether the keyring opens the journal, and what was begun and not ended."""

    has_code: bool = True
    by_keyring: bool = False
    others_use: bool = False
    begun: bool = False

    @property
    def keyring_shown(self) -> bool:
        """Where others use the computer the keyring is not offered; what is on can be switched off anywhere."""
        return self.by_keyring or not self.others_use


@dataclass(frozen=True, slots=True)
class KnownState:
    """What came of making everything new: the code to keep, or empty; sentences; what still opens with the old."""

    code: str
    sentences: tuple[str, ...]
    remaining: tuple[str, ...]


def known_state(
    code: str | None, destroyed: int, unreachable: Sequence[Path], fault: JournalError | None, *, keyring: bool
) -> KnownState:
    """The words of a `KnownReport`."""
    said = [_("The new passphrase holds from now on, and the entries have a new key. The old one opens nothing here.")]
    if fault is None:
        said.append(renewed_words(destroyed))
    else:
        said.append(_("The backups could not be made anew, so the old ones are still there. Do this once more soon."))
        said.append(explain(fault))
    if not keyring:
        said.append(_("This computer’s keyring did not answer. Its entry opens nothing any more."))
    remaining = (*map(unreachable_line, unreachable), *old_copies_words())
    return KnownState(code or "", tuple(said), remaining)


def known_steps() -> tuple[str, ...]:
    """What is done, in one go, when somebody may know the passphrase."""
    return (
        _("a new passphrase"),
        _("a new recovery code, where there was one"),
        _("a new key for all entries"),
        _("new backups, with the old ones destroyed where they can be reached"),
        _("nothing left in this computer’s keyring"),
    )

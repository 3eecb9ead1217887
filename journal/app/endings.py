"""The end of a journal: what is destroyed, in which order, and what nobody can destroy from here.

Nothing here asks: whoever calls has asked, and has closed the journal. The keys go first, so that
an end that is interrupted leaves nothing that opens; doing it again finishes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.keyring_slot import forget_entry

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.host.keyring_store import KeyringStore
    from journal.host.settings_file import SettingsFile
    from journal.store.destruction import Destruction, Left


class Remains(StrEnum):
    """What may remain somewhere, and this program can't reach."""

    PRINTOUTS = "printouts"
    SAVED_FILES = "saved_files"
    STICKS = "sticks"
    SYNCED = "synced"
    KEY_COPIES = "key_copies"
    SPARE_BLOCKS = "spare_blocks"
    RECENT_FILES = "recent_files"
    KEYRING = "keyring"


ALWAYS = (
    Remains.PRINTOUTS,
    Remains.SAVED_FILES,
    Remains.STICKS,
    Remains.SYNCED,
    Remains.SPARE_BLOCKS,
)
"""What may remain of any journal."""


@dataclass(frozen=True, slots=True)
class EndPlan:
    """What an end will reach. `backups` lie outside the journal's folder; `unreachable` are known and not there."""

    journal_id: str = ""
    backups: tuple[Path, ...] = ()
    unreachable: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class EndReport:
    """What was removed; what is still there in places that were reached; known places that were not; what may remain.

    `others` are further journals beside this one, which were left as they are.
    """

    removed: tuple[Path, ...]
    left: tuple[Left, ...] = ()
    unreachable: tuple[Path, ...] = ()
    may_remain: tuple[Remains, ...] = ALWAYS
    others: tuple[Path, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all that could be reached is gone."""
        return all(left.why != "failed" for left in self.left)


def plan_end(journal: Journal) -> EndPlan:
    """Look where the open journal's backups are, before it is closed."""
    from journal.app.backup_places import listing, places

    known = places(journal)
    backups = tuple(line.path for line in listing(journal) if not line.path.is_relative_to(journal.folder))
    unreachable = (known.second,) if known.second is not None and not known.reachable else ()
    return EndPlan(journal.journal_id, backups, unreachable)


def destroy_journal(folder: Path, plan: EndPlan | None = None, *, keyring: KeyringStore | None = None) -> EndReport:
    """Destroy the closed journal in a folder: keys, entries, drafts, backups, and its entry in the keyring.

    Raises JournalReadOnly or StorageFailed where nothing can be written; then nothing has begun.
    """
    from journal.store.destruction import destroy, noted_backups

    plan = plan or EndPlan()
    by_keyring = _keyring_journal(folder)
    destruction = destroy(folder, [*plan.backups, *noted_backups(folder)])
    report = _report(destruction, plan)
    # Asking a keyring can wake a dialog, so only where there is something to forget.
    if by_keyring and not forget_entry(by_keyring, keyring):
        report = replace(report, may_remain=(*report.may_remain, Remains.KEYRING))
    return report


def remove_everything(
    settings: Path | None, folder: Path, plan: EndPlan | None = None, *, keyring: KeyringStore | None = None
) -> EndReport:
    """Destroy the closed journal, then all that the program keeps on this computer. `settings` is its settings file.

    Other journals stay, and are named in the report. Raises what `destroy_journal` raises.
    """
    from journal.host.traces import passing_folders, remove_traces
    from journal.store.destruction import Left, Why, destroy

    report = destroy_journal(folder, plan, keyring=keyring)
    passing = [destroy(each) for each in passing_folders()]
    traces = remove_traces(settings)
    return replace(
        report,
        removed=(*report.removed, *(path for each in passing for path in each.removed), *traces.removed),
        left=(*report.left, *(Left(path, Why.FAILED) for path in traces.left)),
        may_remain=(*report.may_remain, Remains.RECENT_FILES),
        others=tuple(other_journals(folder)),
    )


def forget_in_settings(settings: SettingsFile) -> None:
    """Take out of the settings what tells of a journal that is gone, and start at login no more. Raises OSError.

    How the window looks stays.
    """
    from journal.app.reminders import NOTHING_TOLD
    from journal.host.autostart import system_autostart

    reminding = {"reminders": (), "reminder_text": "", "quiet_from": "", "quiet_to": "", "tray": False}
    settings.change(journal_folder="", last_check_in="", due=(), **reminding, **NOTHING_TOLD)
    system_autostart().turn_off()


def end_was_begun(folder: Path) -> bool:
    """Whether an end was interrupted here after the keys were gone: no secret can be asked for any more."""
    from journal.store.destruction import was_begun

    return was_begun(folder)


def finish_if_begun(folder: Path) -> EndReport | None:
    """Go on with an end that was interrupted after its keys were gone; None where there was none."""
    from journal.store.destruction import finish, was_begun

    return _report(finish(folder), EndPlan()) if was_begun(folder) else None


def other_journals(folder: Path) -> Iterable[Path]:
    """Further journals in the program's own folder for data."""
    from journal.app.vaults import has_journal
    from journal.host.paths import data_folder

    try:
        beside = sorted(data_folder().iterdir())
    except OSError:
        return
    for path in beside:
        if path.is_dir() and path.resolve() != folder.resolve() and has_journal(path):
            yield path


def _report(destruction: Destruction, plan: EndPlan) -> EndReport:
    return EndReport(tuple(destruction.removed), tuple(destruction.left), plan.unreachable)


def _keyring_journal(folder: Path) -> str | None:
    from journal.model.errors import JournalError
    from journal.store.keyring_slots import keyring_journal

    try:
        return keyring_journal(folder)
    except JournalError:
        return None

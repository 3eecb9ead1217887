"""Somebody may know the passphrase: everything that opens the journal is made anew, in one action.

Each step is whole in itself. A note inside the journal says that the action was begun, so that
after a crash it is begun again: doing it twice does no harm.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app import keys
from journal.app.keyring_slot import opens_by_keyring, switch_off
from journal.app.recovery_offer import begin_week
from journal.app.rotations import rotate_data_key
from journal.model.errors import JournalError, PassphraseEmpty

if TYPE_CHECKING:
    from journal.app.backup_places import DestroyReport
    from journal.app.journal import Journal
    from journal.host.keyring_store import KeyringStore
    from journal.store.vault import KdfParameters

NOTE = "keys being renewed"
"""The draft that stands while the action goes on: local to this copy, never merged."""


@dataclass(frozen=True, slots=True)
class KnownReport:
    """What came of it. `recovery_code` is shown once and kept nowhere; None if the journal had none.

    `unreachable` are backups and places that still open with what was known; `fault` is why the
    backups could not be made anew, None if they were. `keyring` is whether its entry is gone.
    """

    recovery_code: str | None
    destroyed: tuple[Path, ...] = ()
    unreachable: tuple[Path, ...] = ()
    fault: JournalError | None = None
    keyring: bool = True


def someone_knows(
    journal: Journal,
    new_passphrase: str,
    *,
    kdf: KdfParameters | None = None,
    keyring: KeyringStore | None = None,
    renew_backups: Callable[[Journal], DestroyReport] | None = None,
) -> KnownReport:
    """New passphrase, new recovery code, new data key, new backups; old ones and the keyring's entry destroyed.

    Raises what `change_passphrase` and `rotate_data_key` raise; what is wrong with the backups
    stands in the report. After any error it can be begun again.
    """
    if not new_passphrase:
        raise PassphraseEmpty
    with journal.store.tx():
        journal.store.drafts.put(NOTE, {})
    forgotten = switch_off(journal, keyring) if opens_by_keyring(journal.folder) else True
    keys.change_passphrase(journal, new_passphrase, kdf=kdf)
    code = rotate_data_key(journal, new_passphrase, kdf=kdf).recovery_code
    try:
        report = (renew_backups or _renewed_backups)(journal)
    except JournalError as fault:
        return KnownReport(code, fault=fault, keyring=forgotten)
    if code is not None:
        begin_week(journal)
    with contextlib.suppress(JournalError), journal.store.tx():  # nothing may keep the new code back
        journal.store.drafts.clear(NOTE)
    return KnownReport(code, report.destroyed, report.unreachable, keyring=forgotten)


def was_begun(journal: Journal) -> bool:
    """Whether the action was begun and did not come to its end."""
    return journal.store.drafts.get(NOTE) is not None


def _renewed_backups(journal: Journal) -> DestroyReport:
    from journal.app.backup_places import make_new_and_destroy_old

    return make_new_and_destroy_old(journal)

"""A backup opened for a while, to look into it or to take days from it. Nothing of it stays."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.host.clock import Clock
from journal.store.backups import restore_backup
from journal.store.data_key import DataKey
from journal.store.journal_store import JournalStore
from journal.store.leftovers import TRIAL
from journal.store.private_files import file_faults
from journal.store.vault import OpenedVault


@contextmanager
def tried_backup(path: Path, within: Path, key: DataKey, clock: Clock) -> Iterator[JournalStore]:
    """A backup as an open journal of its own, in a passing folder in `within` that is swept if this is killed.

    It is brought up to the present schema there. The key is the caller's. Raises what `restore_backup`
    raises, and BackupDamaged.
    """
    with file_faults(within):
        apart = Path(tempfile.mkdtemp(prefix=TRIAL, dir=within))
    try:
        folder = apart / "journal"
        document = restore_backup(path, folder, key)
        database, generation = folder / document["db"], document["generation"]
        vault = OpenedVault(key.copy(), document["journal_id"], database, generation, used_copy=False)
        store = JournalStore.open(folder, vault, clock)
        try:
            yield store
        finally:
            store.close()
    finally:
        shutil.rmtree(apart, ignore_errors=True)

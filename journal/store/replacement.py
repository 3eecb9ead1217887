"""Putting the database of a backup in the place of the open one: how a merge is undone."""

from __future__ import annotations

import shutil
from pathlib import Path

from journal.model.errors import JournalReadOnly, OtherJournal, OtherSecretNeeded
from journal.store.journal_store import JournalStore
from journal.store.key_file import KEY_FILE, read_document, seal_holds, sealed
from journal.store.other_copies import unpacked
from journal.store.private_files import file_faults
from journal.store.succession import next_database, provisional, put_away, take_place, verified
from journal.store.vault import OpenedVault, own_document


def put_in_place(folder: Path, store: JournalStore, backup: Path) -> tuple[OpenedVault, Path]:
    """Make a backup of the open journal its database again, and close the store. Secrets stay as they are.

    The present database goes into a backup of its own, whose path is returned. Whatever is raised, the store is open as
    before: FileMissing, InvalidFile, BackupDamaged, OtherJournal, OtherSecretNeeded (made before the
    data key was renewed), JournalDamaged, JournalReadOnly, DiskFull, StorageFailed.
    """
    if store.read_only:
        raise JournalReadOnly(path=str(store.path))
    document = own_document(folder, store.key)
    store.finish_succession()
    old, name = store.path, next_database(folder, store.path.name)
    with unpacked(folder, backup) as place, provisional(folder, name) as made:
        theirs = read_document(place / KEY_FILE)
        if theirs["journal_id"] != document["journal_id"]:
            raise OtherJournal(path=str(backup))
        if not seal_holds(theirs, store.key):
            raise OtherSecretNeeded(path=str(backup))
        with file_faults(made):
            shutil.copyfile(place / str(theirs["db"]), made)
        verified(made, store.key)
        present = store.back_up(rotate=False)
        changed = {**document, "db": name, "generation": document["generation"] + 1}
        take_place(folder, made, old, sealed(changed, store.key))
    vault = OpenedVault(store.key.copy(), document["journal_id"], folder / name, changed["generation"], used_copy=False)
    store.close()
    put_away(folder, old)
    return vault, present

"""Journals as other versions of Leeward left them: the golden ones of every schema, and one of a schema to come."""

from __future__ import annotations

from pathlib import Path

from journal.store.backup_files import list_backups
from journal.store.backups import restore_backup
from journal.store.connection import connect
from journal.store.migrations import STEPS, applied_steps
from journal.store.vault import open_vault
from tests.support.stores import PASSPHRASE, evening_clock, make_store, open_store

GOLDEN = Path(__file__).parents[1] / "golden"
EARLIER = tuple(range(1, len(STEPS)))
"""The numbers of the schemas before the present one."""


def golden_journal(schema: int, folder: Path) -> Path:
    """The golden journal of a schema, unpacked into `folder`."""
    restore_backup(GOLDEN / f"schema-{schema}.zip", folder)
    return folder


def journal_to_come(folder: Path) -> Path:
    """A journal that went through one step more than this version knows."""
    make_store(folder, evening_clock())[0].close()
    steps = (*STEPS, ("9999_later", lambda database: database.execute("CREATE TABLE later (id TEXT)")))
    open_store(folder, evening_clock(), steps=steps).close()
    return folder


def steps_of(folder: Path) -> list[str]:
    """The steps that the journal in a folder has gone through."""
    vault = open_vault(folder, passphrase=PASSPHRASE)
    database = connect(vault.database, vault.key)
    try:
        return applied_steps(database)
    finally:
        database.conn.close()


def steps_of_backups(folder: Path, into: Path) -> list[list[str]]:
    """The steps of each backup beside the journal in `folder`, each opened as a journal of its own below `into`."""
    restored = []
    for number, backup in enumerate(list_backups(folder)):
        restore_backup(backup.path, into / str(number))
        restored.append(steps_of(into / str(number)))
    return restored


def every_byte(folder: Path) -> dict[str, bytes | None]:
    """Each file and folder below `folder`, a file with its content."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }

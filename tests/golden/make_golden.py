"""Make the golden journal of a schema: `python -m tests.golden.make_golden`, once for each released schema.

A golden journal is never made again for a schema that was released: its bytes are what people have.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from journal.app.own_records import Own
from journal.model.sessions import Vital
from journal.store.backups import restore_backup
from journal.store.journal_store import JournalStore
from journal.store.migrations import STEPS
from journal.store.vault import open_vault
from tests.support.own_records import OWN_RECORDS, save_own
from tests.support.stores import PASSPHRASE, TENSE, entry, evening_clock, make_store
from tests.support.treatments import SESSION, save_all

HERE = Path(__file__).parent
SCHEMA = len(STEPS)


def fill(store: JournalStore) -> None:
    """Something in every table."""
    with store.action("import"):
        store.imports.add("golden import", "table", "[date]")
        store.entries.save(entry("imported", 4, days_ago=3, import_id="golden import", source_key="line 1"))
    with store.action("log"):
        store.entries.save(entry("kept", 1, note="Rain, then the sea. 🌊", tags=("sea", "море")))
        store.entries.save(entry("asked", None, days_ago=1))
    with store.action("log"):
        store.entries.save(entry("gone", 3, days_ago=2))
    with store.action("delete"):
        store.entries.delete("gone")
    with store.tx():
        store.settings.put("just_three", ["night", "tense"])
        store.drafts.put("today", {"note": "half a sen"})
        save_all(store)
        save_own(store)
        store.items.save_shape(TENSE.item_id, label="Tension", group_id=OWN_RECORDS[Own.GROUP].id, position=4)
    with store.action("set_vital"):
        store.sessions.save(replace(SESSION, vitals=(*SESSION.vitals, Vital(90, 118, 76))))


def main() -> None:
    """Write `schema-N.zip`, a backup of the journal, unless it is there."""
    target = HERE / f"schema-{SCHEMA}.zip"
    if target.exists():
        raise SystemExit(f"{target.name} is there already and stays as it is")
    with tempfile.TemporaryDirectory() as name:
        store, _ = make_store(Path(name) / "journal", evening_clock())
        fill(store)
        store.backup_to(target)
        store.close()
        restore_backup(target, Path(name) / "again")
        open_vault(Path(name) / "again", passphrase=PASSPHRASE).key.wipe()


if __name__ == "__main__":
    main()

"""Stores for tests: real encrypted journals without the app layer, with two items to rate."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from journal.host.clock import FixedClock
from journal.model.entries import Entry, EntryKind, Rating, Recall, State, TimeKnown
from journal.model.items import FIRST_DAY, Asked, ItemVersion, Kind, Origin
from journal.store.backups import restore_backup
from journal.store.data_key import DataKey
from journal.store.integrity import problems_in
from journal.store.journal_store import JournalStore
from journal.store.vault import FAST_KDF, NewVault, create_vault, open_vault

PASSPHRASE = "quiet harbour lights"
DAY = date(2026, 10, 29)
EVENING_MS = 1_793_304_000_000
"""21:00 on that day, an hour east of UTC."""

NIGHT = ItemVersion("version-night", "item-night", FIRST_DAY, Kind.SCALE, Asked.NIGHT)
TENSE = ItemVersion("version-tense", "item-tense", FIRST_DAY, Kind.SCALE, Asked.EVERY)


def evening_clock() -> FixedClock:
    """A clock that stands at 21:00 on 29 October 2026."""
    return FixedClock(EVENING_MS, 60)


def make_store(folder: Path, clock: FixedClock) -> tuple[JournalStore, NewVault]:
    """A new journal with the two items."""
    vault = create_vault(folder, PASSPHRASE, kdf=FAST_KDF)
    store = JournalStore.create(folder, vault.key, vault.journal_id, clock)
    with store.tx():
        for position, version in enumerate((NIGHT, TENSE)):
            store.items.save(version.item_id, version.item_id.removeprefix("item-"), Origin.OWN, False, position)
            store.items.save_version(version)
    return store, vault


def open_store(folder: Path, clock: FixedClock, **options: Any) -> JournalStore:
    """Open it with the passphrase."""
    return JournalStore.open(folder, open_vault(folder, passphrase=PASSPHRASE), clock, **options)


def entry(entry_id: str, value: float | None = 2, *, note: str = "", days_ago: int = 0, **changes: Any) -> Entry:
    """A check-in at nine in the evening with one answer."""
    rating = Rating(TENSE.item_id, TENSE.id, State.UNANSWERED if value is None else State.RATED, value)
    made = Entry(
        id=entry_id,
        kind=EntryKind.CHECK_IN,
        at_ms=EVENING_MS - days_ago * 86_400_000,
        offset_min=60,
        day=DAY - timedelta(days=days_ago),
        note=note,
        ratings=(rating,),
    )
    return replace(made, **changes)


def problems_in_backup(path: Path, key: DataKey) -> list[str]:
    """Read a backup through and through, in a folder that is gone afterwards. Raises what `restore_backup` raises."""
    with tempfile.TemporaryDirectory(prefix="leeward-") as name:
        folder = Path(name) / "journal"
        return problems_in(folder / restore_backup(path, folder)["db"], key)


FULL = Entry(
    id="full",
    kind=EntryKind.IMPORTED,
    at_ms=EVENING_MS - 1,
    offset_min=-210,
    day=DAY,
    day_start_min=300,
    zone="America/St_Johns",
    time_known=TimeKnown.PART,
    part="evening",
    recall=Recall.NOW,
    covers_min=90,
    made_ms=EVENING_MS + 1,
    made_offset_min=60,
    changed_ms=EVENING_MS + 2,
    note="مرحبا, שלום, привіт, 今日は 🌧️\x00 …",
    note_shared=True,
    import_id="i1",
    source_key="line 1",
    ratings=(
        Rating(NIGHT.item_id, NIGHT.id, State.NOT_APPLICABLE),
        Rating(TENSE.item_id, TENSE.id, State.RATED, 2.5, raw=61.0),
    ),
)
"""An entry with everything that one can have."""

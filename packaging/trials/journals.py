"""Journals to try things on, what is in them, and what may lie in their folder."""

from __future__ import annotations

import hashlib
import re
import zlib
from datetime import date
from pathlib import Path

from journal.app.journal import Journal
from journal.app.vaults import create_journal, open_journal
from journal.host.clock import SystemClock
from journal.model.entries import Entry

PASSPHRASE = "quiet harbour lights"
BELONGS = re.compile(r"journal\.keys|journal\.keys\.copy|journal-\d+\.db|journal-\d+\.db-journal|backups")


def new_journal(folder: Path) -> Journal:
    """A new journal whose passphrase is quick to derive."""
    from journal.store.vault import FAST_KDF

    return create_journal(folder, PASSPHRASE, SystemClock(), kdf=FAST_KDF).journal


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Journal:
    """The journal of a folder."""
    return open_journal(folder, SystemClock(), passphrase=passphrase)


def digest(record: object) -> str:
    """A short fingerprint of all that a record holds."""
    return hashlib.sha256(repr(record).encode()).hexdigest()[:24]


def contents(journal: Journal) -> dict[str, str]:
    """The fingerprint of every record by kind and id."""
    store = journal.store
    found = {f"entry:{entry.id}": digest(entry) for entry in store.entries.between(date.min, date.max)}
    for kind in ("courses", "sessions", "medicines", "intakes", "practices", "markers", "forms", "questionnaires"):
        aggregate = getattr(store, kind, None)
        if aggregate is not None:
            found |= {f"{kind}:{record.id}": digest(record) for record in aggregate.all()}
    found |= {f"setting:{key}": digest(value) for key, value in store.settings.all().items()}
    return found


def sealed(values: dict[str, float]) -> str:
    """A note that tells whether an entry is whole: it carries a checksum of the answers it came with."""
    text = ",".join(f"{key}={value:g}" for key, value in sorted(values.items()))
    return f"sum {zlib.crc32(text.encode()):08x}"


def whole(journal: Journal, entry: Entry) -> bool:
    """Whether the answers of an entry are those its note was sealed with."""
    keys = {item.id: item.key for item in journal.items()}
    values = {keys[rating.item_id]: rating.value for rating in entry.ratings if rating.value is not None}
    return entry.note == sealed(values)


def strays(folder: Path) -> list[str]:
    """Names in a journal's folder, and among its backups, that do not belong there."""
    found = [path.name for path in folder.iterdir() if not BELONGS.fullmatch(path.name)]
    backups = folder / "backups"
    if backups.is_dir():
        found += [path.name for path in backups.iterdir() if not re.fullmatch(r"backup-[\d-]+\.zip", path.name)]
    return found

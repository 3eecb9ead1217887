"""Journals for tests: real ones, encrypted, in a temporary folder, at a fixed time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.app.journal import Journal
from journal.app.vaults import create_journal, open_journal
from journal.model.entries import local_time

PASSPHRASE = "quiet harbour lights"
ZONE = "Europe/Amsterdam"


@dataclass
class ZoneClock:
    """A clock that stands still in a real time zone, so that clock changes are real too."""

    ms: int
    name: str = ZONE

    def now_ms(self) -> int:
        return self.ms

    def offset_min(self, at_ms: int) -> int:
        offset = local_time(at_ms, 0).astimezone(ZoneInfo(self.name)).utcoffset()
        assert offset is not None
        return round(offset.total_seconds() / 60)

    def zone(self) -> str | None:
        return self.name

    def set(self, text: str, fold: int = 0) -> None:
        """Go to a local time, as 2026-10-29T21:00."""
        self.ms = clock_at(text, fold=fold).ms

    def forward(self, minutes: float) -> None:
        self.ms += round(minutes * 60_000)


def clock_at(text: str, fold: int = 0) -> ZoneClock:
    """A clock that stands at a local time."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE), fold=fold)
    return ZoneClock(round(local.timestamp() * 1000))


def make_journal(folder: Path, at: str = "2026-10-29T21:00") -> tuple[Journal, ZoneClock]:
    """A new journal and its clock."""
    from journal.store.vault import FAST_KDF

    clock = clock_at(at)
    return create_journal(folder, PASSPHRASE, clock, kdf=FAST_KDF).journal, clock


def reopen(journal: Journal) -> Journal:
    """Close a journal and open it again, as a new start does."""
    journal.close()
    return open_journal(journal.folder, journal.clock, passphrase=PASSPHRASE)

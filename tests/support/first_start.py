"""The first start, walked through by keys alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from journal.app.vaults import create_journal, open_journal
from journal.model.entries import Entry
from tests.support.journals import PASSPHRASE, clock_at
from tests.support.languages import NAMES, words_of
from tests.support.real_window import Desktop

EVENING = "2026-10-29 21:00:00"
"""When the program believes it is, unless a test says otherwise."""


def make_first_journal(screen: Desktop, at: str = EVENING, language: str = "en") -> None:
    """From the first picture to Today, in a language that is chosen first."""
    words = words_of(language)

    def wait_focus(text: str) -> None:
        screen.wait_focus(words(text))

    screen.start(at=at)
    screen.wait_focus("English")
    screen.tab_to(NAMES[language])
    screen.key("Return")
    wait_focus("Begin")
    screen.key("Return")
    wait_focus("Only me")
    screen.key("Return")
    wait_focus("New passphrase")
    screen.type(PASSPHRASE)
    screen.key("Return")
    wait_focus("The same once more")
    screen.type(PASSPHRASE)
    screen.key("Return")
    wait_focus("Print")
    screen.key("Tab", "Tab")
    wait_focus("I have kept it")
    screen.key("Return")
    wait_focus("Ketamine infusions")
    screen.key("shift+Tab")
    wait_focus("Skip")
    screen.key("Return")
    wait_focus("Ready")
    screen.key("Return")
    wait_focus("Not now")
    screen.key("Return")


def unlock(screen: Desktop, at: str = EVENING, folder: Path | None = None) -> None:
    """Start and open with the passphrase."""
    screen.start(*(["--journal", str(folder)] if folder else []), at=at)
    screen.wait_focus("Passphrase")
    screen.type(PASSPHRASE)
    screen.key("Return")


def make_ready_journal(folder: Path) -> Path:
    """A journal that was set up before, quick to open."""
    from journal.store.vault import FAST_KDF

    made = create_journal(folder, PASSPHRASE, clock_at("2026-10-01T12:00"), kdf=FAST_KDF).journal
    made.put_setting("first_start_done", True)
    made.close()
    return folder


def read_entries(folder: Path) -> list[Entry]:
    """What stands in a journal that no program has open."""
    journal = open_journal(folder, clock_at("2027-01-01T12:00"), passphrase=PASSPHRASE)
    try:
        return journal.store.entries.between(date(2026, 1, 1), date(2027, 1, 1))
    finally:
        journal.close()

"""A whole session in a real window, watched: no word of it in a file, a socket, or the memory after a lock."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from journal.ui.shortcuts import PAGE_KEYS
from tests.support.first_start import make_ready_journal, unlock
from tests.support.journals import PASSPHRASE, clock_at
from tests.support.real_window import Desktop
from tests.support.traces import (
    PRINT_SERVICE,
    WATCH,
    addresses,
    files_with,
    in_memory,
    internet_sockets,
    sockets,
    written_to,
)

pytestmark = pytest.mark.end_to_end

NOTE = "zephyrmarigold"
HALF = "quincehollyhock"
LABEL = "Tansyplumeria"
NAME = "Verbenalobelia"
SECRETS = (NOTE, HALF, LABEL, NAME)


def journal_with_own_words(folder: Path) -> Path:
    """A journal that asks an item of the person's own."""
    from journal.app.items import OwnItem, add_own
    from journal.app.vaults import open_journal

    make_ready_journal(folder)
    journal = open_journal(folder, clock_at("2026-10-01T12:00"), passphrase=PASSPHRASE)
    add_own(journal, OwnItem(key="own", label=LABEL, minimum=0, maximum=4))
    journal.close()
    return folder


@pytest.fixture
def watched(screen: Desktop, tmp_path: Path) -> Path:
    """The trace of all that the program writes."""
    if shutil.which("strace") is None:
        pytest.skip("watching what is written needs strace")
    trace = tmp_path.with_name(f"{tmp_path.name}-trace")
    screen.watched_by = (*WATCH, "-o", str(trace))
    return trace


def test_no_word_of_a_session_is_left_anywhere(screen: Desktop, tmp_path: Path, watched: Path) -> None:
    folder = journal_with_own_words(tmp_path / "journal")
    unlock(screen, folder=folder)
    screen.wait_focus("Nightmares")
    screen.key("2", "3", "1")
    screen.tab_to("Note")
    screen.type(NOTE)
    screen.tab_to("Done")
    screen.wait_for("Saved")
    for page in ("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6"):
        screen.key(page)
    screen.tab_to("Your name")
    screen.key("space")
    screen.key("Tab")
    screen.type(NAME)
    screen.until(lambda: any(NAME in node["text"] for node in screen.nodes()), "the name typed")
    screen.key("ctrl+1")
    screen.tab_to("Note")
    screen.type(HALF)
    assert screen.program is not None
    before = in_memory(screen.program.pid, SECRETS)
    screen.key("ctrl+l")
    screen.wait_focus("Passphrase")

    assert NOTE in before, "the look through the memory finds what is there"
    assert in_memory(screen.program.pid, (*SECRETS, PASSPHRASE)) == set()
    for secret in (*SECRETS, PASSPHRASE):
        assert files_with([tmp_path], secret) == []
        assert written_to(watched, secret) == []
    assert sockets(watched) > 0, "the trace sees sockets"
    assert internet_sockets(watched) == []


def test_a_run_that_prints_speaks_to_the_print_service_of_this_computer_alone(
    screen: Desktop, tmp_path: Path, watched: Path
) -> None:
    unlock(screen, folder=make_ready_journal(tmp_path / "journal"))
    screen.wait_focus("Nightmares")
    screen.key(PAGE_KEYS[-1].lower())
    screen.until(lambda: any("will be saved" in node["name"] for node in screen.nodes()), "the preview")
    screen.press("Print…")
    screen.wait_for("Print", "dialog")
    screen.until(lambda: (screen.focused() or {}).get("role") == "combo box", "the choice of a printer")
    screen.key("Return")
    screen.wait_gone("Cancel")
    screen.until(lambda: list(tmp_path.glob("*.pdf")), "the pages, on a machine without a printer")
    assert sockets(watched) > 0, "the trace sees sockets"
    assert addresses(watched) <= PRINT_SERVICE

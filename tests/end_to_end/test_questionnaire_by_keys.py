"""A questionnaire in a real window, by keys alone and as a screen reader hears it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.app import questionnaires
from journal.app.vaults import open_journal
from journal.model.questionnaires import Questionnaire
from tests.support.first_start import make_ready_journal, unlock
from tests.support.journals import PASSPHRASE, clock_at
from tests.support.real_window import Desktop

pytestmark = pytest.mark.end_to_end

ITEMS = 20


def read_questionnaires(folder: Path) -> list[Questionnaire]:
    """What stands in a journal that no program has open."""
    journal = open_journal(folder, clock_at("2027-01-01T12:00"), passphrase=PASSPHRASE)
    try:
        return questionnaires.list_all(journal)
    finally:
        journal.close()


def begin_pcl_5(screen: Desktop, folder: Path) -> None:
    """From the lock to the first question."""
    unlock(screen, folder=folder)
    screen.wait_focus("Nightmares")
    screen.key("ctrl+5")
    screen.wait_for("Fill in, PCL-5")
    screen.tab_to("Fill in, PCL-5")
    screen.key("Return")
    screen.wait_focus("1. Unwanted memories")


def test_a_whole_pcl_5_takes_twenty_keys(screen: Desktop, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_ready_journal(tmp_path / "journal")
    begin_pcl_5(screen, folder)
    before = screen.keys_pressed
    for number in range(1, ITEMS + 1):
        screen.wait_focus(f"{number}. ")
        screen.key(str(number % 5))
    close = screen.wait_focus("Close")
    keys = screen.keys_pressed - before
    with capsys.disabled():
        print(f"\nPCL-5: {ITEMS} answers with {keys} keys")  # noqa: T201 the figure is part of the check
    assert keys == ITEMS
    assert "Total 40 of 80" in str(close.get("description", ""))
    screen.wait_for("Total 40 of 80.")
    screen.wait_for("Saved 21:0")
    screen.key("Return")
    screen.wait_for("Open, PCL-5 (past month), 29 October 2026")
    screen.key("ctrl+q")
    assert screen.wait_ended() == 0, screen.told()
    (saved,) = read_questionnaires(folder)
    assert [answer.value for answer in saved.answers] == [number % 5 for number in range(1, ITEMS + 1)]


def test_what_was_begun_is_there_after_a_lock(screen: Desktop, tmp_path: Path) -> None:
    folder = make_ready_journal(tmp_path / "journal")
    begin_pcl_5(screen, folder)
    screen.key("2")
    screen.wait_focus("2. Nightmares")
    screen.key("minus")
    screen.wait_focus("3. Flashbacks")
    screen.wait_for("Saved 21:0")
    screen.key("ctrl+l")
    screen.wait_focus("Passphrase")
    assert screen.find("3. Flashbacks") is None
    screen.type(PASSPHRASE)
    screen.key("Return")
    screen.wait_focus("Nightmares")
    screen.key("ctrl+5")
    screen.tab_to("Go on, PCL-5")
    screen.key("Return")
    heard = screen.wait_focus("3. Flashbacks")
    assert "3 of 20" in str(heard.get("description", ""))
    second = screen.wait_for("2. Nightmares")
    assert "skipped" in str(second.get("description", ""))
    screen.key("ctrl+q")
    assert screen.wait_ended() == 0, screen.told()

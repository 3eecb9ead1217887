"""Today in a real window, with the keys where they are on other keyboards, and at awkward hours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.support.first_start import make_ready_journal, read_entries, unlock
from tests.support.real_window import Desktop

pytestmark = pytest.mark.end_to_end

TOP_ROW = {0: "19", 1: "10", 2: "11", 3: "12", 4: "13"}
"""The physical keys of the digits over the letters, whatever stands on them."""


def close(screen: Desktop) -> None:
    screen.key("ctrl+q")
    assert screen.wait_ended() == 0, screen.told()


@pytest.mark.parametrize("layout", ["us", "fr", "ua"])
def test_the_top_row_answers_by_position_on_every_keyboard(screen: Desktop, tmp_path: Path, layout: str) -> None:
    folder = make_ready_journal(tmp_path / "journal")
    unlock(screen, folder=folder)
    screen.wait_focus("Nightmares")
    screen.layout(layout)
    screen.key(TOP_ROW[3])
    screen.wait_focus("Flashbacks")
    screen.key(TOP_ROW[0])
    screen.wait_focus("Unwanted memories")
    screen.wait_for("Saved 21:0")
    screen.layout("us")
    close(screen)
    (entry,) = read_entries(folder)
    assert sorted(rating.value for rating in entry.ratings if rating.value is not None) == [0, 3]


@pytest.mark.parametrize(
    ("at", "heading", "day"),
    [
        ("2026-10-30 03:58:30", "Thursday 29 October", date(2026, 10, 29)),
        ("2026-10-30 04:00:30", "Friday 30 October", date(2026, 10, 30)),
        ("2026-10-29 23:58:30", "Thursday 29 October", date(2026, 10, 29)),
        ("2026-10-25 02:30:00", "Saturday 24 October", date(2026, 10, 24)),
        ("2026-03-29 03:30:00", "Saturday 28 March", date(2026, 3, 28)),
    ],
)
def test_an_entry_belongs_to_the_day_that_is_shown(
    screen: Desktop, tmp_path: Path, at: str, heading: str, day: date
) -> None:
    folder = make_ready_journal(tmp_path / "journal")
    unlock(screen, at=at, folder=folder)
    screen.wait_for(heading)
    first = "Flashbacks" if "04:00" not in at and "23:5" not in at else "Nightmares"
    screen.wait_focus(first)
    screen.key("2")
    screen.wait_for("Saved")
    close(screen)
    (entry,) = read_entries(folder)
    assert entry.day == day
    assert not entry.late


def test_a_lock_closes_the_journal_and_shows_a_fresh_lock_page(screen: Desktop, tmp_path: Path) -> None:
    folder = make_ready_journal(tmp_path / "journal")
    unlock(screen, folder=folder)
    screen.wait_focus("Nightmares")
    screen.key("2")
    screen.wait_for("Saved 21:0")
    screen.key("ctrl+l")
    screen.wait_focus("Passphrase")
    assert screen.find("Nightmares") is None
    (entry,) = read_entries(folder)
    assert [rating.value for rating in entry.ratings if rating.value is not None] == [2]

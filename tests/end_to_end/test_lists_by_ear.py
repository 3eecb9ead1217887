"""Lists in a real window, as a screen reader hears them: one line has the keyboard where its list has it, else none."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from journal.app.check_ins import log
from journal.app.vaults import open_journal
from tests.support.accessible_rules import LINES
from tests.support.by_ear import ByEar
from tests.support.first_start import make_ready_journal, unlock
from tests.support.heard_on_the_bus import lost_focus
from tests.support.journals import PASSPHRASE, clock_at
from tests.support.real_window import Desktop

pytestmark = pytest.mark.end_to_end

LIST = "Days with their entries"


def make_five_days(folder: Path) -> Path:
    """A journal with a check-in on each of five days."""
    made = open_journal(make_ready_journal(folder), clock_at("2026-10-28T12:00"), passphrase=PASSPHRASE)
    for day in range(20, 25):
        log(made, {"nightmares": 2.0}, at=datetime(2026, 10, day, 20))
    made.close()
    return folder


def focused_lines(screen: Desktop) -> list[str]:
    """Every line of any list of the program, shown or not, that says it has the keyboard."""
    nodes = screen.ask(do="tree")["nodes"]
    return [node["name"] for node in nodes if node["focused"] and node["role"] in LINES]


def stands_on(screen: Desktop, *words: str) -> None:
    """Wait until one line alone has the keyboard, in which these words stand."""

    def alone() -> bool:
        lines = focused_lines(screen)
        return len(lines) == 1 and all(word in lines[0] for word in words)

    screen.until(alone, f"the keyboard on one line with {words}")


def go_to_today_and_back(screen: Desktop) -> None:
    """Leave History, where no line is focused then, and come back to it."""
    screen.key("ctrl+1")
    screen.wait_focus("Nightmares")
    assert focused_lines(screen) == []
    assert lost_focus(screen.ask(do="tree")["nodes"]) == []
    screen.key("ctrl+2")


def test_a_line_is_focused_with_its_list_only_and_is_found_again(screen: Desktop, tmp_path: Path) -> None:
    unlock(screen, folder=make_five_days(tmp_path / "journal"))
    screen.wait_focus("Nightmares")
    screen.key("ctrl+2")
    stands_on(screen, "29 October 2026")
    screen.key("Left", "Up")
    stands_on(screen, "21 October 2026")
    go_to_today_and_back(screen)
    stands_on(screen, "21 October 2026")

    ByEar(screen).press("List")
    screen.tab_to(LIST)
    stands_on(screen, "October")
    first = focused_lines(screen)
    screen.key("Down")
    screen.until(lambda: focused_lines(screen) not in ([], first), "another line")
    (second,) = focused_lines(screen)
    go_to_today_and_back(screen)
    screen.tab_to(LIST)
    stands_on(screen, second)
    screen.key("Tab")
    screen.until(lambda: focused_lines(screen) == [], "no line focused in a list that the keyboard has left")

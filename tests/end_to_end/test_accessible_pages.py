"""Every page in a real window, as the accessibility bus hands it to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.support.accessible_rules import stumbles_in
from tests.support.heard_on_the_bus import heard, lost_focus
from tests.support.real_window import Desktop

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(1200)]

FEWEST_PAGES = 40
TOLD = "page: "


def opened_pages(screen: Desktop) -> Iterator[str]:
    """Open each page of the program; its name."""
    for number in count():
        screen.tell("next")
        name = screen.until(lambda number=number: _told(screen, number), f"page {number}").removeprefix(TOLD)
        if not name:
            return
        yield name


def _told(screen: Desktop, number: int) -> str | None:
    lines = [line for line in screen.log.read_text().splitlines() if line.startswith(TOLD)]
    return lines[number] if len(lines) > number else None


def test_every_control_of_every_page_is_understood_by_ear(screen: Desktop, tmp_path: Path) -> None:
    screen.start(str(tmp_path), module="tests.support.page_by_page")
    stumbled, pages = [], 0
    for name in opened_pages(screen):
        pages += 1
        stumbled += [f"{name}: {what}" for what in stumbles_in(heard(node) for node in screen.shown())]
    assert stumbled == []
    assert pages >= FEWEST_PAGES
    assert lost_focus(screen.ask(do="tree")["nodes"]) == [], "with every page made, only the one shown has the keyboard"

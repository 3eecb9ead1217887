"""Every page, dialog and menu in a real window, as the accessibility bus hands it to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.support.accessible_rules import stumbles_in
from tests.support.heard_on_the_bus import heard, lost_focus
from tests.support.real_window import Desktop, Node

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(1200)]

FEWEST_PAGES = 90
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


FOLDS = {
    "search": "Narrow the search",
    "trends: course": "Items",
    "session": "Before it, and other medicines",
    "report": "Choose items",
}
"""A button on each of these pages unfolds a part of it."""


def fold_on(screen: Desktop, name: str) -> tuple[Node, str] | None:
    """The button of this name that unfolds something, with what it says of its part."""
    for node in screen.shown():
        states = set(node["states"])
        if node["name"] == name and node["role"] == "push button" and "expandable" in states:
            return node, "expanded" if "expanded" in states else "folded"
    return None


def test_what_unfolds_a_part_says_whether_that_is_open(screen: Desktop, tmp_path: Path) -> None:
    screen.start(str(tmp_path), module="tests.support.page_by_page")
    asked = []
    for page in opened_pages(screen):
        if page not in FOLDS or page in asked:
            continue
        asked.append(page)
        said = {node["name"] for node in screen.shown() if node["role"] == "push button"}
        node, before = screen.until(lambda page=page: fold_on(screen, FOLDS[page]), f"{FOLDS[page]} among {said}")
        screen.ask(do="press", path=node["path"])
        screen.until(
            lambda page=page, before=before: changed(screen, page, before), f"{FOLDS[page]} on {page}, pressed"
        )
        if set(asked) == set(FOLDS):
            return
    raise AssertionError(f"only {asked} were seen")


def changed(screen: Desktop, page: str, before: str) -> bool:
    """Whether the button says another thing of its part than before, by whichever words it has then."""
    found = fold_on(screen, FOLDS[page]) or fold_on(screen, "Less to choose")
    return found is not None and found[1] != before


def test_every_control_of_every_page_is_understood_by_ear(screen: Desktop, tmp_path: Path) -> None:
    screen.start(str(tmp_path), module="tests.support.page_by_page")
    stumbled, pages = [], 0
    for name in opened_pages(screen):
        pages += 1
        stumbled += [f"{name}: {what}" for what in stumbles_in(heard(node) for node in screen.shown())]
    assert stumbled == []
    assert pages >= FEWEST_PAGES
    assert lost_focus(screen.ask(do="tree")["nodes"]) == [], "with every page made, only the one shown has the keyboard"

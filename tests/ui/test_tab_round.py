"""Tab goes through every page from top to bottom and out of it again, and Shift+Tab comes back the same way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.every_page import every_page, whole_program
from tests.support.page_audits import named


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as made:
        made.window.resize(1280, 900)
        yield made


MOST_STOPS = 250
"""More than any page has."""
PARTS = 60
"""A field of a date is gone through part by part, a chapter of the guide link by link."""


def pressed(program, key):
    """Press a key until the keyboard is elsewhere; where it is then, or None where it is held."""
    here = program.window.focusWidget()
    for _ in range(PARTS):
        QTest.keyClick(program.window.focusWidget(), key)
        QApplication.processEvents()
        now = program.window.focusWidget()
        if now is not here:
            return now
    return None


def held_at(program, key):
    """Press a key until the keyboard is where it began: where it was held on the way, or nothing."""
    first = here = pressed(program, key)
    seen = []
    while here is not None and len(seen) < MOST_STOPS:
        seen.append(here)
        here = pressed(program, key)
        if here is first:
            return None
        if here in seen:
            break
    return seen[-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_no_page_holds_the_keyboard(program, key):
    held = []
    for name, _page in every_page(program):
        where = held_at(program, key)
        if where is not None:
            held.append(f"{name}: {named(where)}")
    assert held == []

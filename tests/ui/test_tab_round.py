"""Tab goes through every page from top to bottom and out of it again, and Shift+Tab comes back the same way."""

from __future__ import annotations

from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.every_dialog import every_dialog
from tests.support.every_page import every_page, unlock, whole_program
from tests.support.page_audits import focus_stops, named


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as made:
        made.window.resize(1280, 900)
        yield made


MOST_STOPS = 250
"""More than any page has."""
PARTS = 60
"""A field of a date is gone through part by part, a chapter of the guide link by link."""


def pressed(window, key):
    """Press a key until the keyboard is elsewhere; where it is then, or None where it is held."""
    here = window.focusWidget()
    for _ in range(PARTS):
        QTest.keyClick(window.focusWidget(), key)
        QApplication.processEvents()
        now = window.focusWidget()
        if now is not here:
            return now
    return None


def held_at(window, key):
    """Press a key until the keyboard is where it began: where it was held on the way, or nothing."""
    first = here = pressed(window, key)
    seen = []
    while here is not None and len(seen) < MOST_STOPS:
        seen.append(here)
        here = pressed(window, key)
        if here is first:
            return None
        if here in seen:
            break
    return seen[-1]


def has_a_round(page):
    """Whether there is anywhere to go: a dialog that is only read has one button."""
    return len(focus_stops(page)) > 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_no_page_holds_the_keyboard(program, key):
    held = []
    several = ((name, page) for name, page in chain(every_page(program), every_dialog(program)) if has_a_round(page))
    for name, page in several:
        where = held_at(page.window(), key)
        if where is not None:
            held.append(f"{name}: {named(where)}")
    assert held == []


def test_escape_leaves_every_dialog(program):
    unlock(program)
    for _name, dialog in every_dialog(program):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
        assert not dialog.isVisible()

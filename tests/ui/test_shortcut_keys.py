"""The keys that work everywhere are the keys that F1 lists, and none of them belongs to a screen reader."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QKeySequence, QShortcut

from journal.ui import shortcuts
from tests.support.every_page import every_page, whole_program

SCREEN_READERS = re.compile(r"Insert|Ins\b|CapsLock|Ctrl\+Alt|Meta|Num")
"""NVDA, JAWS, Orca and VoiceOver begin their commands so."""

ARROWS = str.maketrans({"↑": "Up", "↓": "Down", "←": "Left", "→": "Right"})


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as made:
        yield made


def installed(program):
    """Every shortcut of the window and of its pages, as it is written."""
    for _page in every_page(program):
        pass
    found = program.window.findChildren(QShortcut)
    return {key.toString(QKeySequence.SequenceFormat.PortableText) for each in found for key in QShortcut.keys(each)}


def told():
    """The keys that the list names, one by one."""
    lines = [keys for _place, lines in shortcuts.listed() for keys, _what in lines]
    words = {key.translate(ARROWS) for keys in lines for key in keys.split(", ")}
    first, last = shortcuts.PAGE_KEYS[0], shortcuts.PAGE_KEYS[-1]
    return words | (set(shortcuts.PAGE_KEYS) if f"{first} … {last}" in words else set())


def test_every_shortcut_is_listed_and_none_is_a_screen_readers_or_a_single_letter(program):
    keys = {"Esc" if key == "Escape" else key for key in installed(program)}
    assert {"Ctrl+1", "Ctrl+F", "Ctrl+L", "F1"} <= keys
    assert {key for key in keys if key not in told() and key.replace("Return", "Enter") not in told()} == set()
    assert {key for key in keys if SCREEN_READERS.search(key) or re.fullmatch(r"(Shift\+)?\w", key)} == set()

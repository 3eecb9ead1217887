"""How large and how far apart the targets of every page are: 44 pixels where hands may shake, 24 elsewhere."""

from __future__ import annotations

from itertools import chain

import pytest

from tests.support.every_dialog import every_dialog
from tests.support.every_page import every_page, whole_program
from tests.support.page_audits import close_targets, small_targets

LARGE, BETWEEN, SMALL = 44, 8, 24
SHAKING_HANDS = {"today", "session", "calm", "lock"}
"""Support stands on Today and in a calm moment."""


@pytest.fixture
def large_text(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as program:
        program.running.theme.choose_scale(2.0)
        program.window.resize(1024, 700)
        yield chain(every_page(program), every_dialog(program))


@pytest.fixture
def pages(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as program:
        program.window.resize(1280, 900)
        yield chain(every_page(program), every_dialog(program))


def wrong_targets(pages):
    """What is too small or too near to another, page by page."""
    wrong = []
    for name, page in pages:
        large = name.partition(":")[0] in SHAKING_HANDS
        found = small_targets(page, LARGE if large else SMALL) + (close_targets(page, BETWEEN) if large else [])
        wrong += [f"{name}: {what}" for what in found]
    return wrong


def test_targets_are_large_enough_and_apart(pages):
    assert wrong_targets(pages) == []


def test_they_are_so_in_large_text_in_a_small_window_too(large_text):
    assert wrong_targets(large_text) == []

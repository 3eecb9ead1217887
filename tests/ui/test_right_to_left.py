"""Every page opens in a language that is read from the right, mirrored, with every word translated."""

import re

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest

from journal.ui.shell import PAGE_OVER
from journal.ui.theme.stylesheet import build_stylesheet
from journal.ui.widgets.step_geometry import arrange
from journal.ui.widgets.step_row import StepRow
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.program import Program, take_down
from tests.support.stretched import words_from_right
from tests.support.windows import words_shown

PAGES = [
    "today",
    "history",
    "trends",
    "treatment",
    "questionnaires",
    "report",
    "calm",
    "settings",
    *sorted(set(PAGE_OVER) - {"session"}),
]

"""A session is opened from Treatment; the painted rows that it is made of have tests of their own."""

OWN_NAMES = re.compile(r"Leeward|PCL|PHQ|GAD|WHO|SUDS|PTSD|IPF|EMDR|CBT|CPT|Shift|English|Deutsch|Español|Français")
"""What is the same in every language: names, keys, languages by their own names."""


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    journal.close()
    with words_from_right(tmp_path / "words"):
        made = Program(qtbot, qapp, tmp_path, clock)
        yield made
        take_down(made)


def opened(program):
    program.window.room.passphrase_entered.emit(PASSPHRASE)
    program.qtbot.waitUntil(lambda: program.window.room is program.running.shell)
    return program.running.shell


def english(texts):
    return [text for text in texts if re.search(r"[A-Za-z]{3,}", OWN_NAMES.sub("", text))]


def test_the_lock_page_is_translated_and_mirrored(program):
    page = program.window.room
    assert page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert english(words_shown(page)) == []


def test_every_page_opens_mirrored_with_every_word_translated(qtbot, program, tmp_path_factory):
    shell, left = opened(program), {}
    folders = str(tmp_path_factory.getbasetemp())
    for key in PAGES:
        with qtbot.waitSignal(shell.page_shown, timeout=60_000, check_params_cb=lambda shown, key=key: shown == key):
            program.running.go(key)
        page = shell.page(key)
        assert page.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left[key] = english(text for text in words_shown(page) if folders not in text)
    assert {key: texts for key, texts in left.items() if texts} == {}


def test_the_pages_are_named_at_the_right(program):
    shell = opened(program)
    assert shell.sidebar.x() > shell.width() / 2


def test_a_row_of_steps_begins_at_the_right(program):
    opened(program)
    place = arrange(900, QFont(), "Nightmares", (), (44,) * 5)
    lefts = [step.x() for step in place.steps]
    assert lefts == sorted(lefts, reverse=True)
    assert place.label.x() > max(lefts)
    assert QRect(0, 0, 900, place.height).contains(place.label)


def test_a_list_has_room_for_its_arrow_at_the_left(program):
    assert "padding-left: 30px" in build_stylesheet(program.running.theme.tokens, 1.0)


def test_the_arrow_keys_mean_what_is_seen(program):
    shell = opened(program)
    row = shell.page("today").findChild(StepRow)
    row.choose(1)
    QTest.keyClick(row, Qt.Key.Key_Left)
    assert row.row.chosen == 2
    QTest.keyClick(row, Qt.Key.Key_Right)
    assert row.row.chosen == 1


def test_a_digit_answers_as_ever(program):
    row = opened(program).page("today").findChild(StepRow)
    QTest.keyClick(row, Qt.Key.Key_3)
    assert row.row.steps[row.row.chosen].figure == "3"

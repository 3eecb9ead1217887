import pytest
from PySide6.QtCore import Qt

from journal.ui.widgets.row_keys import Press, RowKey, read_key
from tests.support.rows import press

AZERTY = [(Qt.Key.Key_Ampersand, "&", 10, 1), (Qt.Key.Key_Eacute, "é", 11, 2), (Qt.Key.Key_Agrave, "à", 19, 0)]


@pytest.mark.parametrize(("key", "text", "scan", "digit"), AZERTY)
def test_the_top_row_counts_by_position_on_azerty(key, text, scan, digit):
    assert read_key(press(key, text, scan=scan), "xcb").digit == digit
    assert read_key(press(key, text, scan=scan), "wayland").digit == digit


def test_windows_and_macos_name_positions_in_their_own_way():
    assert read_key(press(Qt.Key.Key_Ampersand, "&", scan=2), "windows").digit == 1
    assert read_key(press(Qt.Key.Key_Ampersand, "&", virtual=18), "cocoa").digit == 1


def test_a_cyrillic_letter_is_swallowed():
    assert read_key(press(Qt.Key(0x424), "ф", scan=38), "xcb").press is Press.SWALLOWED


def test_a_press_without_a_position_counts_by_its_character():
    assert read_key(press(Qt.Key.Key_3, "3"), "offscreen") == RowKey(Press.DIGIT, 3)


def test_the_keypad_counts_by_its_character():
    keypad = Qt.KeyboardModifier.KeypadModifier
    assert read_key(press(Qt.Key.Key_4, "4", scan=83, modifiers=keypad), "xcb").digit == 4
    assert read_key(press(Qt.Key.Key_Minus, "-", scan=82, modifiers=keypad), "xcb").press is Press.NOT_APPLICABLE


@pytest.mark.parametrize("minus", "-−–—‐")
def test_any_minus_marks_not_applicable(minus):
    assert read_key(press(Qt.Key(0x2D), minus, scan=20), "xcb").press is Press.NOT_APPLICABLE


def test_the_minus_of_azerty_is_a_six_and_a_minus():
    assert read_key(press(Qt.Key.Key_Minus, "-", scan=15), "xcb") == RowKey(Press.DIGIT, 6, minus=True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F1, Qt.Key.Key_Shift])
def test_keys_of_the_system_are_left_alone(key):
    assert read_key(press(key), "xcb").press is Press.SYSTEM


def test_a_command_with_a_digit_is_not_an_answer():
    control = Qt.KeyboardModifier.ControlModifier
    assert read_key(press(Qt.Key.Key_1, "1", scan=10, modifiers=control), "xcb").press is Press.SYSTEM

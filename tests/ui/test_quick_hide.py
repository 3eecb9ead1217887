import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow

from journal.host.settings_file import Settings
from journal.ui.quick_hide import OWN_KEYS, QuickHide

NOTHING = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hand:
    """Presses keys at a clock of its own."""

    def __init__(self, qapp):
        self.s, self.sticky, self.hidden = 1000.0, False, 0
        self.window = QWindow()
        self.watch = QuickHide(qapp, elapsed=lambda: self.s, sticky=lambda: self.sticky)
        self.watch.wanted.connect(self._on_wanted)

    def _on_wanted(self):
        self.hidden += 1

    def down(self, key, modifiers=NOTHING, *, repeat=False):
        self.watch.eventFilter(self.window, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", repeat))

    def up(self, key, modifiers=NOTHING):
        self.watch.eventFilter(self.window, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers))

    def press(self, *keys):
        for key in keys:
            self.down(key)
            self.up(key)

    def shift(self, times=3):
        self.press(*[Qt.Key.Key_Shift] * times)


@pytest.fixture
def hand(qapp):
    made = Hand(qapp)
    yield made
    made.watch.deleteLater()


def test_shift_three_times_hides(hand):
    hand.shift(2)
    assert not hand.hidden
    hand.shift(1)
    assert hand.hidden == 1


def test_any_other_key_begins_anew(hand):
    hand.press(Qt.Key.Key_Shift, Qt.Key.Key_Shift, Qt.Key.Key_A, Qt.Key.Key_Shift)
    assert not hand.hidden


def test_capital_letters_do_not_hide(hand):
    for _ in range(5):
        hand.down(Qt.Key.Key_Shift)
        hand.down(Qt.Key.Key_A, SHIFT)
        hand.up(Qt.Key.Key_A, SHIFT)
        hand.up(Qt.Key.Key_Shift)
    assert not hand.hidden


def test_a_capital_letter_after_two_bare_presses_does_not_hide(hand):
    hand.shift(2)
    hand.down(Qt.Key.Key_Shift)
    hand.down(Qt.Key.Key_A, SHIFT)
    hand.up(Qt.Key.Key_Shift)
    assert not hand.hidden


def test_a_click_begins_anew(hand):
    hand.shift(2)
    button = Qt.MouseButton.LeftButton
    click = QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(), QPointF(), button, button, SHIFT)
    hand.watch.eventFilter(hand.window, click)
    hand.shift(1)
    assert not hand.hidden


def test_shift_with_another_modifier_is_not_bare(hand):
    for _ in range(3):
        hand.down(Qt.Key.Key_Shift, Qt.KeyboardModifier.ControlModifier)
        hand.up(Qt.Key.Key_Shift)
    assert not hand.hidden


def test_shift_held_down_does_not_count(hand):
    hand.down(Qt.Key.Key_Shift)
    for _ in range(5):
        hand.down(Qt.Key.Key_Shift, repeat=True)
    hand.up(Qt.Key.Key_Shift)
    assert not hand.hidden


def test_the_five_seconds_begin_anew_at_each_press(hand):
    for _ in range(3):
        hand.shift(1)
        hand.s += 4.9
    assert hand.hidden == 1


def test_after_more_than_five_seconds_it_begins_anew(hand):
    hand.shift(2)
    hand.s += 5.1
    hand.shift(1)
    assert not hand.hidden
    hand.shift(2)
    assert hand.hidden == 1


def test_shift_rests_while_sticky_keys_are_on(hand):
    hand.sticky = True
    hand.shift()
    assert not hand.hidden


def test_another_window_begins_anew(hand, qapp):
    hand.shift(2)
    qapp.focusWindowChanged.emit(None)
    hand.shift(1)
    assert not hand.hidden


def test_switched_off_nothing_hides(hand):
    hand.watch.gesture = "off"
    hand.shift(6)
    assert not hand.hidden


def test_a_key_of_ones_own_hides_at_once_and_shift_no_more(hand):
    hand.watch.gesture = "F9"
    hand.shift(6)
    hand.down(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert not hand.hidden
    hand.press(Qt.Key.Key_F9)
    assert hand.hidden == 1


def test_no_own_key_is_one_that_the_list_of_keys_has(qapp):
    from journal.ui.shortcuts import listed

    used = " ".join(key for _title, keys in listed() for key, _words in keys).replace(",", " ").split()
    # The key of a calm moment can be another one, and gives way where it is chosen for hiding.
    assert set(used) & set(OWN_KEYS) == {Settings().calm_by}

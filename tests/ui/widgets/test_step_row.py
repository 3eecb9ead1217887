from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.model.entries import State
from journal.ui.widgets.step_row import StepRow
from tests.support.rows import press, steps_row, yes_no_row


@pytest.fixture
def row(qtbot, theme):
    made = StepRow(steps_row(), theme)
    qtbot.addWidget(made)
    made.resize(520, made.heightForWidth(520))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    made.answers = []
    made.moves = []
    made.answered.connect(lambda key, value, state: made.answers.append((value, state)))
    made.onward.connect(lambda answered: made.moves.append(("on", answered)))
    made.backward.connect(lambda clear: made.moves.append(("back", clear)))
    return made


def test_a_digit_answers_and_moves_on(row):
    QTest.keyClick(row, Qt.Key.Key_2)
    assert row.answers == [(2.0, State.RATED)]
    assert row.moves == [("on", True)]
    assert row.row.chosen == 2


def test_a_digit_stays_where_the_person_wants_that(row):
    row.digits_move_on = False
    QTest.keyClick(row, Qt.Key.Key_2)
    assert row.moves == []


def test_a_digit_beyond_the_scale_is_swallowed(row):
    event = press(Qt.Key.Key_7, "7")
    QApplication.sendEvent(row, event)
    assert event.isAccepted()
    assert row.answers == row.moves == []


def test_a_letter_is_swallowed_without_an_answer(row):
    event = press(Qt.Key.Key_Q, "q")
    QApplication.sendEvent(row, event)
    assert event.isAccepted()
    assert row.answers == []


def test_a_held_key_answers_once(row):
    QApplication.sendEvent(row, press(Qt.Key.Key_2, "2"))
    QApplication.sendEvent(row, press(Qt.Key.Key_2, "2", repeat=True))
    assert row.answers == [(2.0, State.RATED)]


def test_minus_marks_not_applicable_and_moves_on(row):
    QTest.keyClick(row, Qt.Key.Key_Minus)
    assert row.answers == [(None, State.NOT_APPLICABLE)]
    assert row.moves == [("on", True)]


def test_the_minus_on_the_key_of_six_is_a_minus_on_five_steps(row):
    row.keyPressEvent(press(Qt.Key.Key_6, "-"))
    assert row.answers == [(None, State.NOT_APPLICABLE)]


def test_down_leaves_the_row_unanswered(row):
    QTest.keyClick(row, Qt.Key.Key_Down)
    assert row.answers == []
    assert row.moves == [("on", False)]


def test_backspace_wishes_to_go_back_and_clear(row):
    QTest.keyClick(row, Qt.Key.Key_Backspace)
    assert row.moves == [("back", True)]


def test_backspace_clears_here_when_digits_stay(row):
    row.digits_move_on = False
    QTest.keyClick(row, Qt.Key.Key_1)
    QTest.keyClick(row, Qt.Key.Key_Backspace)
    assert row.answers[-1] == (None, None)
    assert row.moves == []


def test_arrows_choose_inside_the_row_and_stop_at_its_ends(row):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(row, key)
    assert [value for value, _state in row.answers] == [0.0, 1.0, 0.0]
    assert row.moves == []


def test_space_chooses_the_step_with_the_ring(row):
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.answers == [(0.0, State.RATED)]


def test_enter_is_left_to_the_system(row):
    event = press(Qt.Key.Key_Return, "\r")
    row.keyPressEvent(event)
    assert row.answers == []
    assert not event.isAccepted()


def test_a_click_answers_and_a_second_one_takes_it_back(row):
    row.step_buttons[3].click()
    row.step_buttons[3].click()
    assert row.answers == [(3.0, State.RATED), (None, None)]
    assert row.hasFocus()


def test_a_double_click_is_one_choice(row):
    centre = row.step_buttons[3].rect().center()
    QTest.mouseClick(row.step_buttons[3], Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseDClick(row.step_buttons[3], Qt.MouseButton.LeftButton, pos=centre)
    assert row.row.chosen == 3


def test_ten_is_typed_with_two_digits(qtbot, theme):
    row = StepRow(steps_row(highest=10), theme)
    qtbot.addWidget(row)
    moves = []
    row.onward.connect(moves.append)
    QTest.keyClick(row, Qt.Key.Key_1)
    assert (row.row.value, moves) == (1.0, [])
    QTest.keyClick(row, Qt.Key.Key_0)
    assert (row.row.value, moves) == (10.0, [True])


def test_steps_are_44_pixels_with_8_between_at_least(row):
    rects = row.arranged(420).steps
    assert all(rect.width() >= 44 and rect.height() >= 44 for rect in rects)
    assert all(right.left() - left.right() > 8 for left, right in pairwise(rects))


@pytest.mark.parametrize("width", [260, 420, 520, 760])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_stands_inside_the_row(qtbot, theme, width, scale):
    row = StepRow(steps_row(label="Harsh thoughts about self or world"), theme)
    qtbot.addWidget(row)
    theme.choose_scale(scale)
    row.ensurePolished()
    place = row.arranged(width)
    assert all(rect.left() >= 0 and rect.right() < width for rect in (*place.steps, *place.word_spots))
    assert place.word_line.bottom() < place.height
    assert not any(rect.intersects(place.label) for rect in place.steps)
    theme.choose_scale(1.0)


def test_words_never_touch_each_other(row):
    spots = row.arranged(620).word_spots
    assert len(spots) == 5
    assert all(left.right() < right.left() for left, right in pairwise(spots))


def test_the_focus_changes_no_height(row):
    focused = row.heightForWidth(520)
    row.clearFocus()
    assert row.heightForWidth(520) == focused


def test_the_focus_is_painted_as_a_ring(row):
    colour = row.theme.tokens.focus.lower()
    edge = QPoint(row.width() // 2, 1)
    assert row.hasFocus()
    assert row.grab().toImage().pixelColor(edge).name() == colour
    row.clearFocus()
    assert row.grab().toImage().pixelColor(edge).name() != colour


def test_a_reader_finds_a_group_of_radio_buttons_named_by_number_and_word(row):
    QTest.keyClick(row, Qt.Key.Key_2)
    group = QAccessible.queryAccessibleInterface(row)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Nightmares"
    steps = [group.child(n) for n in range(group.childCount())]
    assert [step.role() for step in steps] == [QAccessible.Role.RadioButton] * 5
    assert steps[2].text(QAccessible.Text.Name) == "2, moderately"
    assert [bool(step.state().checked) for step in steps] == [False, False, True, False, False]


def test_the_row_is_one_tab_stop(row):
    assert row.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert {button.focusPolicy() for button in row.step_buttons} == {Qt.FocusPolicy.NoFocus}


def test_yes_and_no_stand_as_words(qtbot, theme):
    row = StepRow(yes_no_row(), theme)
    qtbot.addWidget(row)
    QTest.keyClick(row, Qt.Key.Key_1)
    assert row.row.spoken_answer == "1, yes"
    assert [button.accessibleName() for button in row.step_buttons] == ["0, no", "1, yes"]


def test_a_reader_can_toggle_a_step(row):
    row.step_buttons[3].toggle()
    assert row.answers == [(3.0, State.RATED)]
    assert row.row.chosen == 3


def test_a_row_that_was_left_is_described_by_its_answer(row):
    row.digits_move_on = False
    QTest.keyClick(row, Qt.Key.Key_2)
    row.setAccessibleDescription("Nightmares, 2, moderately, 1 of 14.")
    row.clearFocus()
    assert row.accessibleDescription() == "2, moderately"


def test_a_later_digit_does_not_join_an_old_one(qtbot, theme):
    row = StepRow(steps_row(highest=10), theme)
    qtbot.addWidget(row)
    row.choose(1)
    QTest.keyClick(row, Qt.Key.Key_0)
    assert row.row.value == 0.0


def test_a_row_is_low_and_its_steps_and_words_stand_inside_the_ring(row):
    place = row.arranged(520)
    assert place.height <= 64
    assert place.steps[0].top() >= 4
    assert place.word_spots[0].bottom() <= place.height - 2


@pytest.mark.parametrize("width", [440, 460, 500, 640])
def test_the_words_stand_under_their_steps_also_in_a_window_of_1024_pixels(qtbot, theme, width):
    row = StepRow(steps_row(), theme)
    qtbot.addWidget(row)
    place = row.arranged(width)
    assert len(place.word_spots) == len(place.steps)
    for spot, step in zip(place.word_spots, place.steps, strict=True):
        assert abs(spot.center().x() - step.center().x()) <= step.width() / 2 + 1
        assert spot.left() >= 0
        assert spot.right() <= width
    for one, other in pairwise(place.word_spots):
        assert one.right() < other.left()

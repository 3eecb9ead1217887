import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.model.entries import State
from journal.ui.widgets.number_row import NumberRow
from tests.support.rows import hours_row


@pytest.fixture
def row(qtbot, theme):
    made = NumberRow(hours_row(), theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_focus()
    made.answers = []
    made.answered.connect(lambda key, value, state: made.answers.append((value, state)))
    return made


@pytest.mark.parametrize(("typed", "hours"), [("5.5", 5.5), ("5,5", 5.5), ("5:30", 5.5), ("0", 0.0)])
def test_hours_can_be_written_as_people_write_them(row, typed, hours):
    QTest.keyClicks(row.field, typed)
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert row.answers == [(hours, State.RATED)]


def test_enter_moves_on(row, qtbot):
    QTest.keyClicks(row.field, "7")
    with qtbot.waitSignal(row.onward):
        QTest.keyClick(row.field, Qt.Key.Key_Return)


def test_digits_and_minus_type_here(row):
    QTest.keyClicks(row.field, "1-2")
    assert row.field.text() == "1-2"
    assert row.answers == []


def test_a_number_is_saved_when_the_field_is_left(row):
    QTest.keyClicks(row.field, "6")
    row.field.clearFocus()
    assert row.answers == [(6.0, State.RATED)]


def test_a_number_is_saved_when_typing_rests(row, qtbot):
    QTest.keyClicks(row.field, "6")
    qtbot.waitUntil(lambda: row.answers == [(6.0, State.RATED)])


def test_what_is_no_number_stays_with_a_hint(row):
    moves = []
    row.onward.connect(moves.append)
    QTest.keyClicks(row.field, "30")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert (row.answers, moves, row.field.text()) == ([], [], "30")
    assert row.field.accessibleDescription() == "A number from 0 to 24."


def test_an_emptied_field_takes_the_answer_back(row):
    QTest.keyClicks(row.field, "6")
    row.flush()
    row.field.clear()
    row.flush()
    assert row.answers[-1] == (None, None)


def test_a_new_state_never_replaces_what_is_being_typed(row):
    QTest.keyClicks(row.field, "6.")
    row.render_row(hours_row())
    assert row.field.text() == "6."


def test_the_field_is_named_by_its_question_and_unit(row):
    assert row.field.accessibleName() == "Hours slept (h)"


def test_the_field_grows_with_the_text(row, theme):
    before = row.field.width()
    theme.choose_scale(2.0)
    after = row.field.minimumWidth()
    theme.choose_scale(1.0)
    assert after > before

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.widgets.number_row import NumberRow
from journal.ui.widgets.row_chain import RowChain
from journal.ui.widgets.step_row import StepRow
from tests.support.rows import hours_row, steps_row


@pytest.fixture
def page(qtbot, theme):
    """Two rows of steps and a number row, with the keyboard in the first."""
    made = QWidget()
    qtbot.addWidget(made)
    box = QVBoxLayout(made)
    made.rows = [
        StepRow(steps_row("nightmares", "Nightmares"), theme),
        StepRow(steps_row("flashbacks", "Flashbacks"), theme),
        NumberRow(hours_row(), theme),
    ]
    for row in made.rows:
        box.addWidget(row)
    made.said = []
    made.chain = RowChain(lambda widget, text: made.said.append((widget, text)), made)
    made.chain.lead(made.rows)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.chain.focus_first_open()
    return made


def test_a_step_is_announced_once_with_where_the_keyboard_is_now(page):
    QTest.keyClick(page.rows[0], Qt.Key.Key_2)
    sentence = "Nightmares, 2, moderately. Flashbacks, not answered, 2 of 3."
    assert page.said == [(page.rows[1], sentence)]
    assert page.rows[1].accessibleDescription() == sentence
    assert page.rows[1].hasFocus()


def test_leaving_a_row_unanswered_is_not_announced_but_described(page):
    QTest.keyClick(page.rows[0], Qt.Key.Key_Down)
    assert page.said == []
    assert page.rows[1].accessibleDescription() == "Flashbacks, not answered, 2 of 3."


def test_backspace_goes_back_one_and_clears_it(page):
    QTest.keyClick(page.rows[0], Qt.Key.Key_2)
    QTest.keyClick(page.rows[1], Qt.Key.Key_Backspace)
    assert page.rows[0].hasFocus()
    assert page.rows[0].row.state is None


def test_backspace_in_the_first_row_clears_it(page):
    QTest.keyClick(page.rows[0], Qt.Key.Key_Right)
    QTest.keyClick(page.rows[0], Qt.Key.Key_Backspace)
    assert page.rows[0].row.state is None
    assert page.rows[0].hasFocus()


def test_an_arrow_changes_the_description_of_the_row_it_stays_on(page):
    QTest.keyClick(page.rows[0], Qt.Key.Key_Right)
    assert page.rows[0].accessibleDescription() == "Nightmares, 0, not at all, 1 of 3."


def test_the_chain_ends_after_its_last_row(page, qtbot):
    page.rows[2].take_focus()
    QTest.keyClicks(page.rows[2].field, "5,5")
    with qtbot.waitSignal(page.chain.ended):
        QTest.keyClick(page.rows[2].field, Qt.Key.Key_Return)
    assert page.said[-1][1] == "Hours slept, 5.5 h."


def test_the_keyboard_comes_to_the_first_row_without_an_answer(page):
    QTest.keyClick(page.rows[0], Qt.Key.Key_2)
    page.rows[2].take_focus()
    page.chain.focus_first_open()
    assert page.rows[1].hasFocus()


def test_a_one_that_stood_alone_on_a_scale_to_ten_is_kept_and_the_next_digit_goes_on(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    rows = [StepRow(steps_row("tension", "Tension", 10), theme), StepRow(steps_row(), theme)]
    for row in rows:
        box.addWidget(row)
    chain = RowChain(lambda widget, text: None, page)
    chain.lead(rows)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    rows[0].take_focus()
    QTest.keyClick(rows[0], Qt.Key.Key_1)
    QTest.keyClick(rows[0], Qt.Key.Key_3)
    assert [row.row.value for row in rows] == [1.0, 3.0]

"""A list says of one line only that it has the keyboard, and only while the list has it."""

import pytest
from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from journal.ui.widgets.combo_box import choice_box
from journal.ui.widgets.keyboard_place import KeyboardPlace
from tests.support.windows import put_up

LINES = [f"Line {number}" for number in range(40)]


class Page(QWidget):
    def __init__(self):
        super().__init__()
        self.field, self.list = QLineEdit(), QListView()
        self.list.setModel(QStringListModel(LINES, self.list))
        self.place = KeyboardPlace(self.list)
        self.moves = []
        self.place.moved.connect(lambda index: self.moves.append(index.row()))
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list)

    def go(self, row):
        self.list.setCurrentIndex(self.list.model().index(row, 0))


@pytest.fixture
def page(qtbot):
    return put_up(qtbot, Page(), 300, 200, active=True)


def focused_lines(view):
    told = QAccessible.queryAccessibleInterface(view)
    return [place for place in range(told.childCount()) if told.child(place).state().focused]


def selected(page):
    return [index.row() for index in page.place.selectedIndexes()]


def test_no_line_is_focused_while_the_list_is_not(page):
    page.field.setFocus()
    page.go(3)
    assert focused_lines(page.list) == []
    assert (page.place.index.row(), selected(page), page.moves) == (3, [3], [3])


def test_one_line_is_focused_while_the_list_is_and_none_once_it_is_left(page):
    page.go(3)
    page.list.setFocus()
    assert focused_lines(page.list) == [3]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert focused_lines(page.list) == [4]
    page.field.setFocus()
    assert focused_lines(page.list) == []
    assert (page.place.index.row(), selected(page), page.moves) == (4, [4], [3, 4])


def test_a_hidden_list_has_no_focused_line_and_goes_on_where_it_was(page):
    page.list.setFocus()
    page.go(7)
    page.list.hide()
    assert focused_lines(page.list) == []
    page.list.show()
    page.list.setFocus()
    assert focused_lines(page.list) == [7]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.moves[-2:] == [7, 8]


def test_the_place_is_followed_where_lines_come_in_above(page):
    page.go(3)
    page.list.model().insertRows(0, 2)
    page.list.setFocus()
    assert focused_lines(page.list) == [5]


def test_a_place_that_is_taken_back_is_forgotten(page):
    page.go(3)
    page.list.setCurrentIndex(QModelIndex())
    assert not page.place.index.isValid()
    page.list.setFocus()
    assert focused_lines(page.list) == []


def in_sight(page, row):
    return page.list.viewport().rect().contains(page.list.visualRect(page.list.model().index(row, 0)))


def test_a_place_set_without_the_keyboard_is_in_sight(page):
    page.field.setFocus()
    page.go(30)
    assert in_sight(page, 30)
    page.list.hide()
    page.go(2)
    page.list.show()
    assert in_sight(page, 2)


def test_who_comes_by_tab_sees_the_place_and_a_press_moves_nothing_away(page):
    page.field.setFocus()
    page.go(30)
    page.list.scrollToTop()
    QTest.mouseClick(
        page.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.list.visualRect(page.list.model().index(1, 0)).center(),
    )
    assert page.place.index.row() == 1
    page.go(30)
    page.list.scrollToTop()
    page.field.setFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Tab)
    assert in_sight(page, 30)


@pytest.fixture
def box(qtbot):
    made = choice_box(*((words, words) for words in LINES[:5]))
    put_up(qtbot, made, 200, 40, active=True)
    made.setFocus()
    return made


def test_a_closed_list_of_choices_has_no_focused_line(qtbot, box):
    """Whoever asks for the list makes it."""
    told = QAccessible.queryAccessibleInterface(box).child(0)
    qtbot.waitUntil(lambda: not any(told.child(line).state().focused for line in range(told.childCount())))
    box.setCurrentIndex(2)
    assert focused_lines(box.view()) == []


@pytest.mark.parametrize(("last", "chosen"), [(Qt.Key.Key_Return, 3), (Qt.Key.Key_Escape, 2)])
def test_an_open_one_begins_at_what_is_chosen(qtbot, box, last, chosen):
    box.setCurrentIndex(2)
    for _ in range(2):
        box.setCurrentIndex(2)
        box.showPopup()
        assert focused_lines(box.view()) == [2]
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
        QTest.keyClick(box.view(), last)
        qtbot.waitUntil(lambda: focused_lines(box.view()) == [])
        assert box.currentIndex() == chosen


def test_a_line_that_is_clicked_is_chosen(qtbot, box):
    box.showPopup()
    lines = box.view().viewport()
    spot = box.view().visualRect(box.model().index(4, 0)).center()

    def click():
        QTest.mouseMove(lines, spot)
        QTest.mouseClick(lines, Qt.MouseButton.LeftButton, pos=spot)
        return not box.view().isVisible()  # at first Qt takes a click for the end of the one that opened the list

    qtbot.waitUntil(click)
    assert box.currentIndex() == 4
    qtbot.waitUntil(lambda: focused_lines(box.view()) == [])

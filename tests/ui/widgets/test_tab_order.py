from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.tab_order import put_in_order, put_in_place, stops_in
from tests.support.page_audits import focus_stops


def page_of(qtbot, *widgets):
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    for widget in widgets:
        box.addWidget(widget)
    return page


def test_stops_are_found_through_rows_and_scrolled_content(qtbot):
    one, two, three = QLineEdit(), QLineEdit(), QLineEdit()
    area = QScrollArea()
    area.setFocusPolicy(QWidget().focusPolicy())
    area.setWidget(page_of(qtbot, two))
    page = page_of(qtbot, FlowRow(one), area, three)
    assert list(stops_in(page)) == [one, two, three]


def test_what_was_added_late_is_reached_in_its_place(qtbot):
    first, last, late = QLineEdit(), QLineEdit(), QLineEdit()
    page = page_of(qtbot, first, last)
    page.layout().insertWidget(1, late)
    put_in_order(page)
    assert first.nextInFocusChain() is late
    assert late.nextInFocusChain() is last


def test_a_part_that_is_filled_late_keeps_its_place_between_the_others(qtbot):
    first, last, part = QLineEdit(), QLineEdit(), QWidget()
    column = QVBoxLayout(part)
    page = page_of(qtbot, first, part, last)
    one, other = QLineEdit(), QLineEdit()
    column.addWidget(other)
    column.insertWidget(0, one)
    page.show()
    put_in_place(part)
    assert focus_stops(page) == [first, one, other, last]
    assert [child for child in part.children() if isinstance(child, QLineEdit)] == [one, other]

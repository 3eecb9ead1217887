from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.tab_order import put_in_order, stops_in


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

"""What stands in a layout is found in its order, and what was found does not end up in another layout's hands."""

import gc
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

import journal.ui
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.laid_out import parts_of, widgets_of

ROUNDS, BUTTONS = 40, 100
"""With the items themselves asked for, about a third of the rounds went wrong."""


def buttons(*words):
    return [QPushButton(each) for each in words]


def test_the_order_is_that_of_the_layout_through_all_inside_it(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column, inside = QVBoxLayout(page), QHBoxLayout()
    first, second, third, last = buttons("first", "second", "third", "last")
    column.addWidget(last)
    column.addStretch(1)
    column.insertLayout(0, inside)
    inside.addWidget(third)
    inside.insertWidget(0, second)
    column.insertWidget(0, first)
    QPushButton("over", page)
    assert list(widgets_of(column)) == [first, second, third, last]
    assert parts_of(column) == [first, inside, last]


def test_a_row_keeps_its_widgets_when_another_page_that_was_looked_through_goes(qtbot):
    for _round in range(ROUNDS):
        page = QWidget()
        column = QVBoxLayout(page)
        gone = [QPushButton() for _ in range(BUTTONS)]
        for button in gone:
            column.addWidget(button)
        assert list(widgets_of(column)) == gone
        for button in gone:
            button.setParent(None)
        row = FlowRow(*(QPushButton() for _ in range(BUTTONS)))
        qtbot.addWidget(row)
        page.deleteLater()
        del page, column
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert row.sizeHint().width() > 0


def test_no_layout_is_asked_for_its_items():
    asked = [
        str(path)
        for path in Path(journal.ui.__file__).parent.rglob("*.py")
        if any(f".{ask}(" in path.read_text("utf-8") for ask in ("itemAt", "itemAtPosition"))
    ]
    assert asked == []

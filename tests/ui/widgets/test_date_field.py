from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journal.ui.treatment.time_field import TimeField
from journal.ui.widgets.date_field import DateField, labelled
from journal.ui.widgets.flow_row import FlowRow


def test_the_date_does_not_touch_the_edge_of_its_field(qtbot, theme):
    field = DateField("First day")
    qtbot.addWidget(field)
    field.show_day(date(2026, 10, 29))
    field.resize(field.sizeHint())
    field.show()
    inner = field.lineEdit()
    assert inner.textMargins().left() >= 8
    assert inner.fontMetrics().horizontalAdvance(inner.text()) <= inner.width() - inner.textMargins().left()


def test_showing_a_day_tells_nobody(qtbot, theme):
    field = DateField("First day")
    qtbot.addWidget(field)
    told = []
    field.dateChanged.connect(told.append)
    field.show_day(date(2026, 10, 29))
    assert field.day == date(2026, 10, 29)
    assert not told


@pytest.mark.parametrize("make", [lambda: DateField("Day"), lambda: TimeField(time(8, 30))])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_a_field_of_several_parts_is_one_tab_stop(qtbot, theme, make, key):
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    before, field, after = QLineEdit(), make(), QLineEdit()
    for widget in (before, field, after):
        row.addWidget(widget)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.setFocus()
    QTest.keyClick(field, key)
    assert (after if key == Qt.Key.Key_Tab else before).hasFocus()


def test_a_label_goes_on_in_the_next_line_with_its_field(qtbot, theme):
    first, last = labelled("From", DateField("First day")), labelled("to", DateField("Last day"))
    row = FlowRow(first, last)
    qtbot.addWidget(row)
    row.resize(first.sizeHint().width() + 40, 200)
    row.show()
    assert last.y() > first.y()
    assert last.x() == first.x()

"""A screen reader that asks a scroll area for more than is there gets nothing, and the program goes on."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea

from journal.ui.widgets import steady_scroll


def test_a_scroll_area_has_no_child_beyond_its_last(qtbot, theme):
    steady_scroll.install()
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(QLabel("There"))
    area.show()
    heard = QAccessible.queryAccessibleInterface(area)
    assert heard.childCount() > 0
    assert heard.child(heard.childCount()) is None
    assert heard.role() is QAccessible.Role.Client

"""A dialog to read begins at its first words, and the keys go on in it while its button has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.ui.widgets.labels import Body
from journal.ui.widgets.reading_dialog import ReadingDialog


@pytest.fixture
def dialog(qtbot, theme):
    made = ReadingDialog("What could be read")
    qtbot.addWidget(made)
    for number in range(60):
        made.column.addWidget(Body(f"Line {number}"))
    made.finish()
    made.show()
    qtbot.waitUntil(lambda: made.page.verticalScrollBar().maximum() > 0)
    return made


def test_it_begins_at_its_first_words_with_the_button_in_sight(dialog):
    button = dialog.focusWidget()
    assert button.text() == "Close"
    assert dialog.rect().contains(button.geometry().center())
    assert dialog.page.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("key", "back"), [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)])
def test_keys_scroll_it_and_back(dialog, key, back):
    bar = dialog.page.verticalScrollBar()
    QTest.keyClick(dialog.focusWidget(), key)
    assert bar.value() > 0
    assert dialog.focusWidget().text() == "Close"
    QTest.keyClick(dialog.focusWidget(), back)
    assert bar.value() == 0


def test_escape_closes_it(dialog):
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()

from PySide6.QtGui import QGuiApplication

from journal.ui.error_dialog import ErrorDialog
from tests.support.windows import button


def test_the_trace_can_be_copied(qtbot, theme):
    dialog = ErrorDialog("ValueError\n  here.py:3 act")
    qtbot.addWidget(dialog)
    button(dialog, "Copy").click()
    assert QGuiApplication.clipboard().text() == dialog.trace


def test_a_second_error_is_added_and_the_same_one_is_not(qtbot, theme):
    dialog = ErrorDialog("one")
    qtbot.addWidget(dialog)
    dialog.add("two")
    dialog.add("two")
    assert dialog.trace.count("two") == 1


def test_the_dialog_does_not_hold_the_window(qtbot, theme):
    dialog = ErrorDialog("one")
    qtbot.addWidget(dialog)
    assert not dialog.isModal()
    assert dialog.windowTitle() == "Leeward"

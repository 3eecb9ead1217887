from PySide6.QtGui import QGuiApplication

from journal.ui.widgets.secret_clipboard import copy_secret, take_back


def test_a_secret_leaves_the_clipboard_again(qtbot):
    copy_secret("K7Q2-0000", kept_ms=0)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_was_copied_since_stays(qapp):
    copy_secret("K7Q2-0000")
    QGuiApplication.clipboard().setText("a shopping list")
    take_back("K7Q2-0000")
    assert QGuiApplication.clipboard().text() == "a shopping list"

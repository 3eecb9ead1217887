"""PySide6 6.12.0 loses a reference to None at every void Qt call on Python 3.11, and the process dies hours later."""

import sys

from PySide6.QtWidgets import QLabel


def test_void_qt_calls_lose_no_reference_to_none(qapp):
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")
    assert sys.getrefcount(None) > before - 100

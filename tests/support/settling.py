"""Waiting until a window stands still."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

MOST_ROUNDS = 60
STILL_ROUNDS = 4
"""After so many rounds of events without a wish for another layout a page stands still."""


class LayoutWatch(QObject):
    """Sees whether any part of the window still asks to be laid out."""

    asked = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take note; nothing is held up."""
        self.asked = self.asked or event.type() is QEvent.Type.LayoutRequest
        return False


def settle() -> None:
    """Let the window come to rest: a change deep in a page is laid out one level a round."""
    watch, app = LayoutWatch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    try:
        still = 0
        for _ in range(MOST_ROUNDS):
            watch.asked = False
            QApplication.processEvents()
            still = 0 if watch.asked else still + 1
            if still == STILL_ROUNDS:
                return
        raise AssertionError("The page is laid out over and over.")
    finally:
        app.removeEventFilter(watch)

"""Nothing is shown as a window of its own while pages are made: a small window that comes and goes would startle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journal.ui.main_window import MainWindow
from tests.support.every_page import every_page, whole_program


class Windows(QObject):
    """Notes each window that is shown beside the program's own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, MainWindow | QMenu):
            self.shown.append(f"{type(watched).__name__} {getattr(watched, 'text', str)()}")
        return False


def test_no_page_shows_a_window_of_its_own(qtbot, qapp, tmp_path):
    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    try:
        with whole_program(qtbot, qapp, tmp_path) as program:
            names = [name for name, _page in every_page(program)]
    finally:
        QApplication.instance().removeEventFilter(windows)
    assert len(names) > 30
    assert windows.shown == []

"""Everything by which the person, or the system, leaves the journal at once; and what is left on the clipboard."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journal.ui.capture_protection import CaptureProtection
from journal.ui.quick_hide import QuickHide
from journal.ui.widgets.secret_clipboard import ClipboardWatch

if TYPE_CHECKING:
    from journal.ui.application import Application
    from journal.ui.system_lock import SystemLock


class Leaving(QObject):
    """Made after the first paint. `instead_of_hiding` does something else while hiding is only tried out."""

    def __init__(self, running: Application, app: QGuiApplication) -> None:
        super().__init__(running)
        settings = running.settings.settings
        self._running = running
        self.instead_of_hiding: Callable[[], None] | None = None
        self.keys = QuickHide(app, settings.hide_by)
        self.clipboard = ClipboardWatch(running.window)
        self.capture = CaptureProtection(app, on=settings.no_capture)
        self.keys.wanted.connect(self.hide)
        running.window.minimised.connect(self._on_minimised)
        for part in (self.keys, self.clipboard, self.capture):
            part.setParent(self)

    def begin(self) -> None:
        """From now on everything can be hidden."""
        self.keys.start()

    @cached_property
    def system_lock(self) -> SystemLock:
        """What hears of a locked screen and of a coming sleep."""
        made = make_system_lock(self._running.window)
        made.away.connect(self._running.controls.lock_away)
        return made

    def listen_to_system(self) -> None:
        """Begin to hear of them: a journal is open."""
        self.system_lock.start()

    def hide(self) -> None:
        """Let everything vanish at once and end; where hiding is tried out, only that."""
        (self.instead_of_hiding or self._running.controls.hide)()

    def _on_minimised(self) -> None:
        if self._running.settings.settings.close_minimised:
            self._running.controls.lock()


def make_system_lock(window: QWidget) -> SystemLock:
    """The one of this system. `window` is the main window, which Windows tells of it."""
    if sys.platform == "win32":
        from journal.ui.system_lock_windows import WindowsSystemLock

        return WindowsSystemLock(window)
    if sys.platform == "darwin":
        from journal.ui.system_lock_macos import MacSystemLock

        return MacSystemLock(window)
    from journal.ui.system_lock_bus import BusSystemLock

    return BusSystemLock(window)

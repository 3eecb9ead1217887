"""Staying open while a session goes on: chosen each time, for some hours. The window shows while it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from journal.texts.dates import clock_time
from journal.texts.translation import _, ngettext
from journal.ui.widgets.menu_button import MenuButton

HOURS = (1, 2, 3, 4)


class StayOpenButton(MenuButton):
    """Opens the four choices; each says the clock time."""

    hours_chosen = Signal(int)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(_("Stay open until …"), parent, large=True)
        self._now = now
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        for hours in HOURS:
            until = clock_time(self._now() + timedelta(hours=hours))
            words = ngettext("{time} ({n} hour)", "{time} ({n} hours)", hours).format(time=until, n=hours)
            action = QAction(words, self._menu)
            action.triggered.connect(lambda _checked=False, hours=hours: self.hours_chosen.emit(hours))
            self._menu.addAction(action)

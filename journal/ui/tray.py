"""The icon beside the clock: off until the person asks for it, with the program's name and nothing else.

On Linux Qt shows it by StatusNotifierItem on the session bus, or by the older way of X11. Whether there is a place
for it Qt asks once and keeps in mind, so nothing here asks before a place is known (`tray_place`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from journal.texts.translation import _
from journal.ui.program_icon import program_icon

NAME = "Leeward"
SHOWN_MS = 10_000
"""What systems take as a wish at most; many show a message for as long as they like."""

_OPENS = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)


class Tray(QObject):
    """The icon, its menu and its messages. `clicked` is a click on the icon or on a message."""

    check_in_wanted = Signal()
    clicked = Signal()
    lock_wanted = Signal()
    hide_wanted = Signal()
    close_wanted = Signal()

    @property
    def shown(self) -> bool:
        """Whether the icon is there."""
        return "icon" in self.__dict__ and self.icon.isVisible()

    @property
    def possible(self) -> bool:
        """Whether this desktop has a place for it."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def tells(self) -> bool:
        """Whether a message can be shown beside it now."""
        return self.shown and QSystemTrayIcon.supportsMessages()

    @cached_property
    def icon(self) -> QSystemTrayIcon:
        """Made when it is first wanted."""
        made = QSystemTrayIcon(program_icon(), self)
        made.setToolTip(NAME)
        made.setContextMenu(self.menu)
        made.activated.connect(self._on_activated)
        made.messageClicked.connect(self.clicked)
        return made

    @cached_property
    def menu(self) -> QMenu:
        """What can be done from there."""
        menu = QMenu()
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            (_("Check in now"), self.check_in_wanted.emit),
            (_("Open"), self.clicked.emit),
            (_("Lock now"), self.lock_wanted.emit),
            (_("Hide"), self.hide_wanted.emit),
            (_("Close Leeward"), self.close_wanted.emit),
        )
        for words, act in acts:
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked=False, act=act: act())
        self.destroyed.connect(menu.deleteLater)
        return menu

    def speak_anew(self) -> None:
        """Say the menu in the language in use."""
        before = self.__dict__.pop("menu", None)
        if before is not None:
            if "icon" in self.__dict__:
                self.icon.setContextMenu(self.menu)
            before.deleteLater()

    def switch(self, *, on: bool) -> None:
        """Show the icon where there is a place for it, or take it away."""
        if on and not self.shown and self.possible:
            self.icon.show()
        elif not on and self.shown:
            self.icon.hide()

    def say(self, text: str) -> None:
        """Show a message beside the icon, under the program's name."""
        self.icon.showMessage(NAME, text, self.icon.icon(), SHOWN_MS)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENS:
            self.clicked.emit()

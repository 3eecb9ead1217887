"""What the system wants beside dark or light: high contrast and less motion, asked whenever the window is come back to.

Linux desktops tell it through their portal, which answers later; Windows and macOS are asked directly. Qt has an
object for it too, which must not be touched from Python: it is destroyed with its wrapper. Only the portal's way was
tried: the tests have neither a Windows nor a macOS.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from journal.ui.theme.portal import CONTRAST, MOTION, ask_portal
from journal.ui.theme.source import ThemeSource


class SystemWishes(QObject):
    """Hands what it hears to the theme, which it belongs to."""

    def __init__(self, app: QApplication, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._theme = theme
        app.applicationStateChanged.connect(self._on_state)
        for effect in Qt.UIEffect:  # Windows would let menus and lists slide and fade
            app.setEffectEnabled(effect, False)

    def ask(self) -> None:
        """Ask everything now."""
        if sys.platform == "linux":
            self._ask_portal()
        else:
            self._ask_system()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.ask()

    def _ask_portal(self) -> None:
        ask_portal(self, self._theme.hear_contrast, CONTRAST)
        ask_portal(self, self._theme.hear_motion, MOTION)

    def _ask_system(self) -> None:
        from journal.host.forced_colours import system_colours
        from journal.host.high_contrast import high_contrast_wanted

        self._theme.hear_contrast(high_contrast_wanted(), system_colours())
        self._theme.hear_motion(self._theme.less_motion())

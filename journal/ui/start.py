"""The start of the window: what must stand before the first thing of Qt is made, and then the program."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal.host.clock import SystemClock
from journal.host.paths import default_journal_folder, settings_path
from journal.host.privacy import keep_private
from journal.host.program import DESKTOP_ID
from journal.host.settings_file import SettingsFile
from journal.host.steady_environment import settle_environment
from journal.texts.translation import reads_from_right
from journal.ui.application import Application, Endings, WindowOptions
from journal.ui.handed_on import taken_over
from journal.ui.journal_keys import has_journal
from journal.ui.language import speak
from journal.ui.place import JournalPlace
from journal.ui.standing import Standing
from journal.ui.theme.fonts import load_window_fonts


def run_window(folder: Path | None = None, options: WindowOptions | None = None) -> int:
    """Open the window on a journal's folder (None: the one the settings name). Returns an exit code."""
    keep_private()
    handed_on = taken_over()
    settle_environment()
    settings = SettingsFile(settings_path())
    speak(settings.settings.language)
    place = JournalPlace(folder or Path(settings.settings.journal_folder or default_journal_folder()))
    if handed_on.standing == Standing.TRAY and not has_journal(place.folder):
        return 0  # started at login, and there is nothing any more to remind of
    if not place.claim(handed_on.wish):
        return 0
    # The style by argument: naming it by a call before the application costs 5 ms, after it a style made in vain.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    if reads_from_right():
        from journal.ui.qt_language import turn_layout

        turn_layout(app)
    app.setApplicationName("Leeward")
    if getattr(sys, "frozen", False):  # only where it is installed the desktop knows it by this name
        app.setDesktopFileName(DESKTOP_ID)
    app.setQuitOnLastWindowClosed(False)
    load_window_fonts(settings.settings.font)
    running = Application(app, place, settings, SystemClock(), options or WindowOptions(), Endings(), None, handed_on)
    sys.excepthook = lambda _kind, error, _trace: running.speaker.failed(error)
    running.start()
    return app.exec()

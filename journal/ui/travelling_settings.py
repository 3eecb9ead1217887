"""Settings on their way between this computer and the journal that is open."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from journal.ui.first_page import STANDS_AFTER_MS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.ui.application import Application


def begin(running: Application) -> None:
    """Take over what the journal brings along and this computer has no word about, then keep what holds."""
    from journal.app.kept_settings import kept_settings

    journal = running.session.journal
    if journal is not None:
        running.runner.run(lambda: kept_settings(journal), lambda kept: _settle(running, kept))


def keep(running: Application) -> None:
    """Keep what holds now in the open journal; where that can't be done it is done at the next opening."""
    from journal.app.kept_settings import keep_settings
    from journal.app.runner import ignore

    journal, settings = running.session.journal, running.settings.settings
    if journal is not None:
        running.runner.run(lambda: keep_settings(journal, settings), failed=ignore)


def _settle(running: Application, kept: Mapping[str, Any]) -> None:
    given = running.settings.given
    for name, value in kept.items():
        if name not in given:
            _take_over(running, name, value)
    QTimer.singleShot(STANDS_AFTER_MS, running, lambda: keep(running))


def _take_over(running: Application, name: str, value: Any) -> None:
    """Let a setting hold from now on; the pages are made anew in another language."""
    from journal.ui.theme.choice import ThemeChoice

    controls = running.controls
    acts = {
        "theme": lambda: running.theme.choose(ThemeChoice(value)),
        "font": lambda: running.theme.choose_font(value),
        "text_percent": lambda: running.theme.choose_scale(value / 100),
        "idle_min": lambda: controls.set_idle_minutes(value),
        "hide_by": lambda: controls.set_hide_by(value),
        "no_capture": lambda: controls.set_no_capture(value),
        "reminders": running.reminding.look,
        "tray": lambda: running.reminding.switch_tray(on=value),
    }
    if name == "language":
        _speak(running, value)
        return
    running.keep(**{name: value})
    if name in acts:
        acts[name]()


def _speak(running: Application, code: str) -> None:
    """Speak a language that came with the journal, unless another one was asked for on the command line."""
    from journal.ui.language import given_language
    from journal.ui.language_change import change_language

    if given_language(sys.argv):
        running.keep(language=code)
        return

    def change() -> None:
        if running.session.journal is not None:
            change_language(running, code)

    # After the page that comes first was shown, which waits in the same way: its shell is not to be swapped before.
    running.runner.run(lambda: None, lambda _done: QTimer.singleShot(0, running, change))

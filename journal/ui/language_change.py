"""Another language while the journal is open: its pages are made anew, and nothing is closed.

Imported when somebody chooses one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.language import choose
from journal.ui.qt_language import speak_qt

if TYPE_CHECKING:
    from journal.ui.application import Application


def change_language(running: Application, code: str) -> None:
    """Speak `code` from now on: keep it, and show the page that is open in it."""
    running.keep(language=code)
    choose(code)
    turned = running.app.isRightToLeft()
    speak_qt(running.app)
    if turned != running.app.isRightToLeft():
        running.theme.choose_scale(running.settings.settings.text_percent / 100)  # fields have their room at one side
    running.reminding.tray.speak_anew()
    if running.shell is not None:
        _make_pages_anew(running)


def _make_pages_anew(running: Application) -> None:
    """What stands open is handed over first. The pages before stay, unseen: a job of theirs may still be under way."""
    before = running.shell
    if before is None:
        return
    page = before.current
    before.leave()
    running.session.listeners.clear()
    running.shell = running.speaker.shell = None
    shell = running.made_shell()
    running.window.swap_room(shell)
    running.shells_before.append(before)
    if page:
        shell.go(page)
    shell.still.take_over(before.still)

"""The page that comes first when a journal opens: nothing else is seen before it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.ui.application import Application
    from journal.ui.shell import Shell

STANDS_AFTER_MS = 300
"""By then a page that was entered stands: what can wait is done from then on."""

TODAY = "today"
"""The page that comes first unless the person chose another."""


def show_first_page(running: Application, shell: Shell, journal: Journal) -> None:
    """Enter the page that comes first, then show the window."""
    enter = partial(_enter, running, shell)
    running.runner.run(partial(first_page, journal), enter, lambda _error: enter(TODAY))


def first_page(journal: Journal) -> str:
    """The key of the page that the person wants to see first."""
    return str(journal.setting("first_page", TODAY))


def nothing() -> None:
    """A job that only waits for those before it."""


def _enter(running: Application, shell: Shell, page: str) -> None:
    from journal.ui.shell import page_names

    shell.go(page if page in dict(page_names()) else TODAY)
    # Not in the turn in which the page takes what was read: the window is heard in between.
    running.runner.run(nothing, lambda _done: QTimer.singleShot(0, running, lambda: _show(running, shell)))


def _show(running: Application, shell: Shell) -> None:
    """Who is in a calm moment by then stays in it."""
    place = running.calm.taken_along()
    running.window.show_room(shell)
    if place is not None:
        shell.go("calm", place=place)

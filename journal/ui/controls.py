"""What can be done with the whole program while a journal is open: lock it, leave it, move it, end.

Imported after the first paint.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journal.host.clock import local_now
from journal.ui import process
from journal.ui.file_traces import forget_last_folders
from journal.ui.journal_keys import free_folder_beside
from journal.ui.standing import Standing, standing_of
from journal.ui.vanishing import vanish

if TYPE_CHECKING:
    from journal.app.endings import EndPlan
    from journal.ui.application import Application, Endings
    from journal.ui.calm.place import CalmPlace
    from journal.ui.reminding import Reminding

LONGEST_CLOSE_S = 1.5
"""A close that takes longer (a check or a backup is running) is interrupted."""


class ProgramControls:
    """Each of these closes the journal first; `endings` are how the process then ends."""

    def __init__(self, running: Application, endings: Endings) -> None:
        self._running, self._endings = running, endings
        self._hiding = False
        self.goes_on_at: CalmPlace | None = None
        """Where in a calm moment the process that comes begins."""

    @property
    def folder(self) -> Path:
        """The folder of the open journal."""
        return self._running.folder

    def lock(self) -> None:
        """Close the journal and become a fresh process that shows the lock page."""
        if self._running.session.journal is not None:
            standing = self._standing()
            try:
                self.close_journal()
            finally:  # whatever goes wrong in a page, the journal is closed and the keys are forgotten
                self._replace(standing)

    def lock_unseen(self) -> None:
        """Close the journal as `lock` does; a calm moment goes on in the fresh process, without what is closed.

        While somebody breathes along, the fresh process waits until that ends: it would break off the breath.
        """
        self.goes_on_at = self._running.calm.place_now()
        if self.goes_on_at is not None and self.goes_on_at.running and self._running.session.journal is not None:
            self._running.calm.breathe_on(self.close_journal, self._go_on_at)
        else:
            self.lock()

    def lock_away(self) -> None:
        """The computer goes to sleep or its screen is locked: close at once. A calm moment is still there after."""
        place = self._running.calm.place_now()
        self.goes_on_at = None if place is None else replace(place, running=False)
        self.lock()

    def _go_on_at(self, place: CalmPlace | None) -> None:
        """Become the fresh process after all, at a place in the calm moment or at the lock page."""
        self.goes_on_at = place
        self._replace(self._standing())

    def hide(self) -> None:
        """Let every window vanish at once, then close the journal and end. Nothing takes its place."""
        if self._hiding:
            return
        self._hiding = True
        self._running.reminding.vanish()
        vanish()
        try:
            self.close_journal()
        finally:
            self._end()

    def restart_on(self, folder: Path) -> None:
        """Close the journal and start again on another folder, also at the next start."""
        try:
            self.close_journal()
        finally:
            self._running.use_folder(folder)
            self._replace()

    def restart_beside(self) -> None:
        """Close the journal and start a new one in a folder beside it."""
        self.restart_on(free_folder_beside(self.folder))

    def move_to(self, folder: Path) -> None:
        """Close the journal, move its folder, and start again there. Raises FileExists before closing."""
        from journal.model.errors import JournalError
        from journal.ui.settings.moving import free_target, move_folder

        free_target(self.folder, folder)
        try:
            self.close_journal()
            # If the copy fails the journal is where it was, and opens there again.
            with contextlib.suppress(JournalError):
                self._running.use_folder(move_folder(self.folder, folder))
        finally:
            self._replace()

    def show_to_someone(self, first: str) -> None:
        """Show a few pages, without what is private, until the passphrase is typed; `first` is the first of them."""
        from journal.ui.showing.door import show_to_someone

        show_to_someone(self._running, first)

    def set_idle_minutes(self, minutes: int) -> None:
        """Close after this many idle minutes."""
        self._running.keep(idle_min=minutes)
        self._running.idle.minutes = minutes

    def set_language(self, code: str) -> None:
        """Speak this language from now on; the pages are made anew once the choice has been heard."""
        from PySide6.QtCore import QTimer

        from journal.ui.language_change import change_language

        QTimer.singleShot(0, self._running, lambda: change_language(self._running, code))

    def set_hide_by(self, gesture: str) -> None:
        """Hide everything by this from now on: a value of the setting `hide_by`."""
        self._running.keep(hide_by=gesture)
        self._running.leaving.keys.gesture = gesture

    def set_close_minimised(self, on: bool) -> None:
        """Close with the window minimised, or stay open."""
        self._running.keep(close_minimised=on)

    def set_no_capture(self, on: bool) -> None:
        """Keep the windows out of pictures of the screen where the system can, or no more."""
        self._running.keep(no_capture=on)
        self._running.leaving.capture.switch(on=on)

    @property
    def can_stop_capture(self) -> bool:
        """Whether this system can keep windows out of pictures of the screen."""
        return self._running.leaving.capture.possible

    def stay_open(self, minutes: int) -> None:
        """Stay open for so long though nobody is there; every page says so."""
        running = self._running
        running.idle.hold(minutes * 60)
        running.speaker.say_open_until(local_now(running.clock) + timedelta(minutes=minutes), self.stop_staying_open)

    def stop_staying_open(self) -> None:
        """Close when idle, as usual."""
        self._running.idle.release()

    def quit(self) -> None:
        """Close the journal and end."""
        try:
            self.close_journal()
        finally:  # the window of a closed journal must not stand on
            self._end()

    def close_window(self) -> None:
        """Close the journal. The icon beside the clock stays where the person has it there; else the program ends."""
        running = self._running
        if not running.reminding.stays_in_tray:
            self.quit()
            return
        running.window.hide()
        self.lock()

    @property
    def reminding(self) -> Reminding:
        """Reminders, and the icon beside the clock."""
        return self._running.reminding

    def end_journal(self, plan: EndPlan, everything: bool) -> None:
        """Close the journal and destroy it, with all that is Leeward's on this computer if that is wanted."""
        from journal.ui.ending import Ending

        Ending(self._running, plan, everything=everything, end=self._end, replace=self._replace).begin()

    def close_journal(self) -> None:
        """Take over what is half typed, close the journal, and give the claim on its folder up."""
        running = self._running
        running.idle.stop()
        running.leaving.clipboard.clear()
        forget_last_folders()
        running.keep(window=running.window.placement())
        journal = running.session.journal
        running.session.closing = True
        try:
            if running.shell is not None and journal is not None:
                running.shell.leave()
        finally:
            if journal is not None:
                process.close_within(LONGEST_CLOSE_S, running.runner, journal)
            else:
                running.runner.close()
            running.session.journal, running.session.closing = None, False
            running.place.release()

    def _end(self) -> None:
        (self._endings.end or process.end_process)(0)

    def _standing(self) -> Standing:
        """How the fresh process is to begin: without a window where only the icon is there."""
        running = self._running
        hidden = not running.window.isVisible() and running.reminding.stays_in_tray
        return Standing.TRAY if hidden else standing_of(running.window)

    def _replace(self, standing: Standing | None = None) -> None:
        if self._endings.replace is not None:
            self._endings.replace(self.folder)
        else:
            process.replace_process(self.folder, standing or standing_of(self._running.window), self.goes_on_at)

"""Ends the open journal: closes it, destroys it, and shows the last page. Imported when it is wanted."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from journal.model.errors import JournalError
from journal.ui.farewell.page import FarewellPage
from journal.ui.farewell.state import done, going_on, refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.app.endings import EndPlan, EndReport
    from journal.ui.application import Application


class Ending:
    """`end` ends the process, `replace` shows the journal's lock page again."""

    def __init__(
        self,
        running: Application,
        plan: EndPlan,
        *,
        everything: bool,
        end: Callable[[], None],
        replace: Callable[[], None],
    ) -> None:
        self._running, self._plan, self._everything = running, plan, everything
        self._end, self._replace = end, replace
        self.page = FarewellPage()
        self.page.presenter = self
        self.page.close_wanted.connect(self.close)
        self.page.start_wanted.connect(self._start_afresh)
        self.page.again_wanted.connect(self._destroy)
        self.page.back_wanted.connect(self._start_afresh)

    def begin(self) -> None:
        """Close the journal without a backup of it, and destroy it."""
        running = self._running
        running.idle.stop()
        running.reminding.vanish()
        running.session.closing = True
        if running.shell is not None:
            running.shell.leave()
        journal = running.session.journal
        running.session.journal, running.shell, running.speaker.shell = None, None, None
        running.window.show_room(self.page)
        if journal is not None:
            running.runner.run(journal.close)
        self._destroy()

    def close(self) -> None:
        """End, and leave no setting behind."""
        self._leave()
        self._end()

    def _destroy(self) -> None:
        running = self._running
        self.page.render_state(going_on())
        running.keeps_settings = not self._everything
        running.runner.run(self._destroyed, self._show, self._refused)

    def _destroyed(self) -> EndReport:
        """On the storage thread."""
        from journal.app.endings import destroy_journal, forget_in_settings, remove_everything

        running = self._running
        if self._everything:
            return remove_everything(running.settings.path, running.folder, self._plan)
        report = destroy_journal(running.folder, self._plan)
        with contextlib.suppress(OSError):
            forget_in_settings(running.settings)
        return report

    def _show(self, report: EndReport) -> None:
        self.page.render_state(done(report, everything=self._everything))

    def _refused(self, error: Exception) -> None:
        self._running.keeps_settings = True
        if isinstance(error, JournalError):
            self.page.render_state(refused(error))
        else:
            self._running.speaker.failed(error)

    def _start_afresh(self) -> None:
        """A fresh process: the lock page, or the first start where there is no journal any more."""
        self._leave()
        self._replace()

    def _leave(self) -> None:
        self._running.runner.close()
        self._running.place.release()

"""What the program says to the person: the calm bar, the still line, and the dialog for a bug."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journal.model.errors import JournalError
from journal.texts.errors import explain
from journal.texts.translation import _
from journal.ui.saying import Action

if TYPE_CHECKING:
    from journal.host.fault_notes import FaultNotes
    from journal.ui.error_dialog import ErrorDialog
    from journal.ui.shell import Shell

CLOSES_UNSEEN = frozenset({"calm", "plan"})
"""Pages that stay when the journal closes behind them: nobody has to do anything."""


class Speaker:
    """Speaks through the open journal's shell once there is one; `window` is the parent of dialogs.

    Every error is noted in `faults`.
    """

    def __init__(self, window: QWidget, faults: FaultNotes) -> None:
        self._window, self._faults = window, faults
        self.shell: Shell | None = None
        self.dialog: ErrorDialog | None = None

    def say(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Say something in the calm bar."""
        if self.shell is not None:
            self.shell.bar.say(text, actions)

    def noted(self, error: BaseException) -> None:
        """Note an error that is said elsewhere."""
        self._faults.note(error)

    def failed(self, error: BaseException) -> None:
        """Say in plain words what went wrong, or show the trace of a bug; the journal stays open."""
        self.noted(error)
        if isinstance(error, JournalError) and self.shell is not None:
            self.say(explain(error))
        else:
            self._show_trace(error)

    def say_closing_soon(self) -> None:
        """Show the still line before an idle close, where something goes away with it."""
        if self.shell is not None and self.shell.current not in CLOSES_UNSEEN:
            self.shell.still.stand(_("Closing soon. Any key keeps it open"))

    def say_open_until(self, until: datetime, stop: Callable[[], None]) -> None:
        """Say on every page until when the journal stays open, with the way to stop it."""
        from journal.texts.dates import clock_time

        if self.shell is not None:
            words = _("Stays open until {time}. Sleep still closes it.").format(time=clock_time(until))
            self.shell.still.stand(words, (_("Stop it"), stop))

    def take_line_away(self) -> None:
        """Somebody is there after all."""
        if self.shell is not None:
            self.shell.still.stand("")

    def _show_trace(self, error: BaseException) -> None:
        from journal.ui.error_dialog import ErrorDialog
        from journal.ui.trace import safe_trace

        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.add(safe_trace(error))
            return
        self.dialog = ErrorDialog(safe_trace(error), self._window)
        self.dialog.show()

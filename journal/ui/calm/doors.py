"""The ways into a calm moment: the key, the lock page, and the process that a lock replaced.

Before the journal is open the room shows only what was ticked to be readable without the passphrase.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from journal.texts.translation import _
from journal.ui.calm.key import CalmKey, key_in_use
from journal.ui.calm.place import CalmPlace, Part, read_place
from journal.ui.lock.page import LockPage

if TYPE_CHECKING:
    from journal.ui.application import Application
    from journal.ui.calm.room import CalmRoom
    from journal.ui.calm.state import Known

STAYS = frozenset({"calm", "plan"})
"""Pages that never time out: the journal closes behind them, and the room goes on with what is open to anyone."""


class CalmDoors(QObject):
    """Made when first needed. `room` is the one that stands over the lock page, if one does."""

    def __init__(self, running: Application, app: QApplication) -> None:
        super().__init__(running)
        self._running = running
        self.room: CalmRoom | None = None
        self.key = CalmKey(app, lambda: key_in_use(running.settings.settings))
        self.key.setParent(self)
        self.key.wanted.connect(self.open)

    def begin(self) -> None:
        """From now on the key works."""
        self.key.start()

    def open(self) -> None:
        """Come in from wherever the person is; dialogs are left as by Escape."""
        running = self._running
        leave_dialogs()
        if running.shell is not None and running.window.room is running.shell:
            if running.shell.current != "calm":
                running.go("calm")
        elif isinstance(running.window.room, LockPage) and not running.settings.settings.others_use:
            self.show_locked()

    def show_locked(self, place: CalmPlace | None = None) -> None:
        """The room over the lock page, which waits under it as it is."""
        self.room = self._made_room(self._leave)
        self._running.window.show_over(self.room)
        self.room.begin(place or CalmPlace(), _("Back to the lock"))

    def place_now(self) -> CalmPlace | None:
        """Where in a calm moment somebody is, None where nobody is in one."""
        shell = self._running.shell
        if self.room is not None and self._running.window.room is self.room:
            return self.room.place
        if shell is None or shell.current not in STAYS:
            return None
        page = shell.page(shell.current)
        return CalmPlace(page.part) if shell.current == "plan" else page.place  # type: ignore[attr-defined]

    def go_on(self) -> None:
        """The room as it stood when the process before this one closed its journal."""
        place = read_place(self._running.handed_on.calm)
        if place is not None:
            self.show_locked(place)

    def breathe_on(self, close: Callable[[], None], replace: Callable[[CalmPlace | None], None]) -> None:
        """Breathing is not broken off: the journal closes behind it, and what is not open to anyone leaves the room.

        Once it stops, or the person leaves, `replace` makes a fresh process of this one.
        """
        running, place = self._running, self.place_now()
        page = running.shell.page("calm") if running.shell is not None else None
        since_s = page.room.breathing.began_s if page is not None else 0.0  # type: ignore[attr-defined]

        def leave() -> None:
            self.room = None
            replace(None)

        def halted(at: CalmPlace) -> None:
            if self.room is not None:
                replace(at)

        try:
            close()
        finally:
            running.shell = running.speaker.shell = None
            self.room = self._made_room(leave)
            running.window.show_room(self.room)
            self.room.begin(place or CalmPlace(), _("Back to the lock"))
            self.room.breathing.began_s = since_s
            # Queued: who leaves stops first, and is to come to the lock page.
            self.room.halted.connect(halted, Qt.ConnectionType.QueuedConnection)

    def taken_along(self) -> CalmPlace | None:
        """Where in the locked room somebody is while the journal is being opened; that room is then let go."""
        place = self.place_now() if self.room is not None else None
        self.room = None
        return place

    def _made_room(self, leave: Callable[[], None]) -> CalmRoom:
        """The room before the journal is open. Imported when somebody comes: the passphrase does not wait for it."""
        from journal.ui.calm.presenter import CalmParts
        from journal.ui.calm.room import CalmRoom

        running = self._running
        parts = CalmParts(
            clock=running.clock,
            settings=running.settings,
            load=self._load,
            leave=leave,
            edit=ignore_edit,
            keep=ignore_keep,
            hide=running.leaving.hide,
            less_motion=running.theme.less_motion,
        )
        return CalmRoom(running.theme, parts)

    def _load(self, then: Callable[[Known], None]) -> None:
        from journal.app.open_plan import read_open_plan
        from journal.ui.calm.state import Known

        plan = read_open_plan(self._running.folder)
        then(Known(plan.place, plan.lines, plan.contacts, locked=True))

    def _leave(self) -> None:
        room, self.room = self.room, None
        if room is not None:
            self._running.window.take_off(room)


def leave_dialogs() -> None:
    """Close what lies over the window, the last one first."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if QApplication.activePopupWidget() is popup:
            break
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.reject()
        if QApplication.activeModalWidget() is dialog:
            break


def ignore_edit(part: Part) -> None:
    """Nothing can be changed before the journal is open."""


def ignore_keep(choice: str, before: int | None, after: int | None) -> None:
    """Nothing is kept before the journal is open."""

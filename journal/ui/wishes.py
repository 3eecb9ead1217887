"""Where a start was asked to go: "Check in now" and "Calm moment" in the menu of the desktop, or a backup's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from journal.host.program import OF_BACKUP

if TYPE_CHECKING:
    from journal.ui.application import Application

TODAY = "today"
CALM = "calm"


@runtime_checkable
class TakesBackup(Protocol):
    """A page before the journal is open that says where a backup is looked into."""

    def show_given(self, backup: Path) -> None:
        """Say so of this backup."""


def begin(running: Application) -> None:
    """Go where this start was asked to: into the calm moment at once, to Today when the journal is open."""
    if running.handed_on.go == CALM:
        running.calm.open()
    elif running.handed_on.go == TODAY:
        _go_when_open(running)


def come(running: Application, wish: str) -> None:
    """A further start: come forward, and go where that one was asked to. A locked journal stays locked."""
    running.window.bring_forward()
    if wish == CALM:
        running.calm.open()
    elif wish == TODAY and running.window.room is running.shell:
        running.go(TODAY)
    elif wish.startswith(OF_BACKUP):
        _point_to(running, Path(wish.removeprefix(OF_BACKUP)))


def _point_to(running: Application, backup: Path) -> None:
    """Lead to where a backup is looked into, or let the page say so that stands before the journal is open."""
    room: object = running.window.room
    if running.shell is not None and room is running.shell:
        running.go("settings", backups=True)
    elif isinstance(room, TakesBackup):
        room.show_given(backup)


def _go_when_open(running: Application) -> None:
    """The page that usually comes first gives way this once."""

    def on_room() -> None:
        if running.shell is not None and running.window.room is running.shell:
            running.window.room_shown.disconnect(on_room)
            running.go(TODAY)

    running.window.room_shown.connect(on_room)

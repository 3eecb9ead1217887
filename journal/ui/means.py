"""What the pieces that presenters share need of a presenter's parts. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.ui.saying import Say


class StorageMeans(Protocol):
    """The way to the journal. `journal` is called on the storage thread only."""

    @property
    def journal(self) -> Callable[[], Journal]:
        """Gives the open journal."""

    @property
    def runner(self) -> Runner:
        """Runs the jobs."""

    @property
    def failed(self) -> Callable[[Exception], None]:
        """Hears what went wrong."""


class ChangeMeans(StorageMeans, Protocol):
    """The way to the journal, and to the calm bar."""

    @property
    def say(self) -> Say:
        """Speaks in the calm bar."""

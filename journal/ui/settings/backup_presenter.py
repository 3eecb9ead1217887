"""Lists backups, makes, verifies and looks into them, and brings back what is wanted. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from journal.model.errors import WrongPassphrase
from journal.texts.errors import explain
from journal.texts.translation import _
from journal.ui.journal_keys import free_folder_beside
from journal.ui.settings.backup_state import (
    BackupsState,
    Look,
    build_rows,
    inside,
    made_words,
    place_line,
    pulled_words,
)

if TYPE_CHECKING:
    from journal.app.backup_making import BackUpResult
    from journal.app.backup_places import BackupLine, Places
    from journal.app.journal import Journal
    from journal.app.restores import RestorePreview
    from journal.app.runner import Runner
    from journal.ui.saying import Say

T = TypeVar("T")


class BackupsView(Protocol):
    """What shows the state."""

    def render_state(self, state: BackupsState) -> None:
        """Show this state."""


class BackupsPresenter:
    """Keeps which backup is looked into and, until it is left, the passphrase that opens it."""

    def __init__(
        self,
        view: BackupsView,
        runner: Runner,
        opened: Callable[[], Journal],
        say: Say,
        failed: Callable[[Exception], None],
        restart_on: Callable[[Path], None],
        undo: Callable[[], None],
    ) -> None:
        self._view, self._runner, self._opened = view, runner, opened
        self._say, self._failed, self._restart_on, self._undo = say, failed, restart_on, undo
        self._state = BackupsState()
        self._every = False
        self._backup: Path | None = None
        self._secret: str | None = None
        self._wanted: Callable[[], None] = self.on_entered

    def on_entered(self) -> None:
        """Show what there is now."""
        self._runner.run(lambda: read_backups(self._opened()), self._show_list, self._failed)

    def on_left(self) -> None:
        """Forget the backup that was looked into, and its secret."""
        self._backup, self._secret, self._every = None, None, False
        self._render(look=Look.NOTHING, doing="", problem="", inside=None)

    def on_all(self) -> None:
        """List every backup."""
        self._every = True
        self.on_entered()

    def on_place(self, place: Path | None) -> None:
        """Choose the second place, or none; the newest backup is copied there at once."""
        from journal.app.backup_places import set_place
        from journal.app.upkeep import copy_when_due

        def job() -> None:
            set_place(self._opened(), place)
            copy_when_due(self._opened(), wait_s=COPY_NOW_S)

        self._runner.run(job, lambda _done: self.on_entered(), self._failed)

    def on_make(self) -> None:
        """Make a backup now."""
        from journal.app.backup_making import back_up_to_places

        self._begin(_("Making a backup…"))
        self._runner.run(lambda: back_up_to_places(self._opened()), self._on_made, self._on_failed)

    def on_verify(self, path: Path) -> None:
        """Read a backup through and through."""
        from journal.app.backup_places import verify_now

        self._choose(path)
        self._wanted = lambda: self._verify(lambda: verify_now(self._opened(), path, self._secret))
        self._wanted()

    def on_look(self, path: Path) -> None:
        """Say what is in a backup."""
        from journal.app.restores import preview

        self._choose(path)
        self._wanted = lambda: self._look(lambda: preview(self._opened(), path, self._secret))
        self._wanted()

    def on_secret(self, passphrase: str) -> None:
        """Try the passphrase that the backup was made with."""
        if passphrase:
            self._secret = passphrase
            self._wanted()

    def on_restore(self) -> None:
        """Make the backup a journal in a folder beside this one, and go there."""
        from journal.app.restores import restore_beside

        backup = self._backup
        if backup is None:
            return

        def job() -> Path:
            folder = free_folder_beside(self._opened().folder)
            restore_beside(self._opened(), backup, folder, self._secret)
            return folder

        self._begin(_("Bringing it back…"))
        self._runner.run(job, self._restart_on, self._on_failed)

    def on_pull(self, first: date, last: date, overwrite: bool) -> None:
        """Bring days of the backup into the journal, as one step that can be undone."""
        from journal.app.restores import pull_days

        backup = self._backup
        if backup is None:
            return
        self._begin(_("Bringing it back…"))
        self._runner.run(
            lambda: pull_days(self._opened(), backup, first, last, self._secret, replace=overwrite),
            self._on_pulled,
            self._on_failed,
        )

    def _choose(self, path: Path) -> None:
        if path != self._backup:
            self._backup, self._secret = path, None

    def _verify(self, job: Callable[[], BackupLine]) -> None:
        self._begin(_("Reading it through…"))
        self._runner.run(job, self._on_verified, self._on_closed)

    def _look(self, job: Callable[[], RestorePreview]) -> None:
        self._begin(_("Looking into it…"))
        self._runner.run(job, self._on_found, self._on_closed)

    def _on_found(self, preview: RestorePreview) -> None:
        self._render(look=Look.FOUND, doing="", problem="", inside=inside(preview))

    def _on_verified(self, _line: BackupLine) -> None:
        self._say(_("This backup was read through: no damage found."))
        self._done()

    def _on_made(self, made: BackUpResult) -> None:
        self._say(made_words(made.second, has_place=self._state.has_place))
        self._done()

    def _on_pulled(self, came: int) -> None:
        self._say(pulled_words(came), [(_("Undo"), self._undo)] if came else ())
        self._done()

    def _on_closed(self, error: Exception) -> None:
        """Ask for the passphrase where the backup has another key."""
        if isinstance(error, WrongPassphrase):
            tried, self._secret = self._secret is not None, None
            self._render(look=Look.LOCKED, doing="", problem=explain(error) if tried else "", inside=None)
        else:
            self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self._failed(error)
        self._done()

    def _done(self) -> None:
        self.on_left()
        self.on_entered()

    def _begin(self, doing: str) -> None:
        self._render(look=Look.WORKING, doing=doing, problem="", inside=None)

    def _show_list(self, found: tuple[Places, list[BackupLine], bool]) -> None:
        places, lines, read_only = found
        rows, more = build_rows(lines, every=self._every)
        self._render(
            place=place_line(places), has_place=places.second is not None, rows=rows, more=more, read_only=read_only
        )

    def _render(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.render_state(self._state)


COPY_NOW_S = 10.0
"""How long choosing a place waits for the first copy in it."""


def read_backups(journal: Journal) -> tuple[Places, list[BackupLine], bool]:
    """The places and the backups in them, and whether the journal is only read; on the storage thread."""
    from journal.app.backup_places import listing, places

    return places(journal), listing(journal), journal.store.read_only

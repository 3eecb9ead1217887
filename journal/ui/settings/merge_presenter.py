"""Joins another computer's copy, step by step. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from journal.model.errors import (
    JournalError,
    OtherSecretNeeded,
    RecoveryCodeMistyped,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.texts.errors import explain
from journal.ui.settings import merge_state
from journal.ui.settings.merge_state import MergeState

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.model.merges import MergePreview, MergeResult

T = TypeVar("T")


class MergeView(Protocol):
    """What shows the state."""

    def render_state(self, state: MergeState) -> None:
        """Show this state."""


class MergePresenter:
    """Keeps which copy was chosen, its secret until it is joined, and what can be undone."""

    def __init__(
        self, view: MergeView, runner: Runner, opened: Callable[[], Journal], failed: Callable[[Exception], None]
    ) -> None:
        self._view, self._runner, self._opened, self._failed = view, runner, opened, failed
        self._other: Path | None = None
        self._secret: dict[str, str] = {}
        self._result: MergeResult | None = None

    def on_chosen(self, other: Path) -> None:
        """Look at a copy: a folder or a backup file."""
        self._other, self._secret, self._result = other, {}, None
        self._look([{}])

    def on_secret(self, text: str) -> None:
        """Look at the copy with its passphrase, or its recovery code."""
        if text:
            self._look([{"passphrase": text}, {"recovery_code": text.strip()}])

    def on_join(self) -> None:
        """Bring in what is newer there."""
        from journal.app.merges import merge

        other, secret = self._other, self._secret
        if other is not None:
            self._view.render_state(merge_state.joining())
            self._runner.run(lambda: merge(self._opened(), other, **secret), self._on_joined, self._on_failed)

    def on_undo(self) -> None:
        """Make the journal what it was before."""
        from journal.app.merges import undo_merge

        result = self._result
        if result is not None:
            self._view.render_state(merge_state.joining())
            self._runner.run(lambda: undo_merge(self._opened(), result), self._on_undone, self._on_undo_failed)

    def on_left(self) -> None:
        """Leave it alone: forget the copy and its secret."""
        self._other, self._secret, self._result = None, {}, None
        self._view.render_state(MergeState())

    def _look(self, secrets: list[dict[str, str]]) -> None:
        from journal.app.merges import preview

        other = self._other
        if other is None:
            return
        self._view.render_state(merge_state.reading())

        def job() -> tuple[MergePreview, dict[str, str]]:
            return first_that_opens(secrets, lambda secret: preview(self._opened(), other, **secret))

        self._runner.run(job, self._on_found, self._on_closed)

    def _on_found(self, found: tuple[MergePreview, dict[str, str]]) -> None:
        preview, self._secret = found
        self._view.render_state(merge_state.found(preview))

    def _on_closed(self, error: Exception) -> None:
        if isinstance(error, OtherSecretNeeded):
            self._view.render_state(merge_state.secret_wanted())
        elif isinstance(error, WrongPassphrase | WrongRecoveryCode | RecoveryCodeMistyped):
            self._view.render_state(merge_state.secret_wanted(explain(error)))
        else:
            self._on_failed(error)

    def _on_joined(self, result: MergeResult) -> None:
        self._other, self._secret, self._result = None, {}, result
        self._view.render_state(merge_state.done(result))

    def _on_undone(self, backup: Path) -> None:
        self._result = None
        self._view.render_state(merge_state.undone(backup.name))

    def _on_undo_failed(self, error: Exception) -> None:
        self._failed(error)
        if self._result is not None:
            self._view.render_state(merge_state.done(self._result))

    def _on_failed(self, error: Exception) -> None:
        self.on_left()
        self._failed(error)


def first_that_opens(secrets: list[dict[str, str]], act: Callable[[dict[str, str]], T]) -> tuple[T, dict[str, str]]:
    """The result with the first secret that opens, and that secret; what the first one raised if none does."""
    first: JournalError | None = None
    for secret in secrets:
        try:
            return act(secret), secret
        except (WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped) as error:
            first = first or error
    raise first or WrongPassphrase()

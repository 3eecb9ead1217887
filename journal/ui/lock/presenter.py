"""Opens the journal with a passphrase, or with the recovery code and a new passphrase. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from journal.model.errors import JournalError, WrongPassphrase, WrongRecoveryCode
from journal.ui.lock.state import LockState, Step, build_state

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner

T = TypeVar("T")


class LockView(Protocol):
    """What shows the state."""

    def render_state(self, state: LockState) -> None:
        """Show this state."""


class Keys(Protocol):
    """The use cases behind the lock page; each runs on the storage thread and may take a second."""

    def open(self, passphrase: str) -> Journal:
        """Open the journal."""

    def check_code(self, code: str) -> None:
        """Raise WrongRecoveryCode or RecoveryCodeMistyped if the code does not open the journal."""

    def recover(self, code: str, new_passphrase: str) -> Journal:
        """Set a new passphrase with the recovery code, and open the journal."""


class LockPresenter:
    """Holds the step, counts the tries, and hands the open journal to `opened`."""

    def __init__(
        self,
        view: LockView,
        runner: Runner,
        keys: Keys,
        opened: Callable[[Journal], None],
        unexpected: Callable[[Exception], None],
        hint: str = "",
    ) -> None:
        self._view, self._runner, self._keys = view, runner, keys
        self._opened, self._unexpected, self._hint = opened, unexpected, hint
        self._step, self._busy, self._wrong_tries = Step.PASSPHRASE, False, 0
        self._error: JournalError | None = None
        self._code = ""
        self._render()

    def on_passphrase(self, passphrase: str) -> None:
        """Open with this passphrase."""
        if passphrase and not self._busy:
            self._start(lambda: self._keys.open(passphrase), self._opened)

    def on_recovery_wanted(self) -> None:
        """Ask for the recovery code."""
        self._go(Step.RECOVERY_CODE)

    def on_code(self, code: str) -> None:
        """Check this recovery code; if it opens the journal, ask for a new passphrase."""
        if not code or self._busy:
            return
        self._code = code
        self._start(lambda: self._keys.check_code(code), lambda _result: self._go(Step.NEW_PASSPHRASE))

    def on_new_passphrase(self, passphrase: str) -> None:
        """Set the new passphrase and open."""
        code = self._code
        self._start(lambda: self._keys.recover(code, passphrase), self._opened)

    def on_back(self) -> None:
        """Ask for the passphrase again."""
        self._code = ""
        self._go(Step.PASSPHRASE)

    def _go(self, step: Step) -> None:
        self._step, self._busy, self._error = step, False, None
        self._render()

    def _start(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        self._busy = True
        self._render()
        self._runner.run(job, then, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, WrongPassphrase | WrongRecoveryCode):
            self._wrong_tries += 1
        self._error = error if isinstance(error, JournalError) else None
        self._render()
        if self._error is None:
            self._unexpected(error)

    def _render(self) -> None:
        state = build_state(
            self._step, busy=self._busy, wrong_tries=self._wrong_tries, error=self._error, hint=self._hint
        )
        self._view.render_state(state)

"""Opens the journal with a passphrase, or with the recovery code and a new passphrase. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from journal.model.errors import JournalError, WrongPassphrase, WrongRecoveryCode
from journal.ui.lock.state import USUAL, LockState, Secrets, Step, Way, Ways, build_state, opened_words, ways_round

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.store.salvage import SalvageReport

T = TypeVar("T")


class LockView(Protocol):
    """What shows the state."""

    def render_state(self, state: LockState) -> None:
        """Show this state."""


class Keys(Protocol):
    """The use cases behind the lock page; each runs on the storage thread and may take a second.

    `ways` are the ways round a fault that the person chose, `salvaged` says what salvage could read.
    """

    salvaged: SalvageReport | None

    def open(self, passphrase: str, ways: Ways) -> Journal:
        """Open the journal."""

    def open_by_keyring(self) -> Journal:
        """Open the journal by what the system's keyring holds."""

    def open_with_code(self, code: str, ways: Ways) -> Journal:
        """Open the journal with the recovery code; its passphrase stays."""

    def check_code(self, code: str, ways: Ways) -> None:
        """Raise WrongRecoveryCode or RecoveryCodeMistyped if the code does not open the journal."""

    def recover(self, code: str, new_passphrase: str) -> Journal:
        """Set a new passphrase with the recovery code, and open the journal."""


def nothing(words: str) -> None:
    """Say nothing."""


def show_nothing(report: SalvageReport | None) -> None:
    """Show no list."""


class LockPresenter:
    """Holds the step, counts the tries, and hands the open journal to `opened`, then tells `say` what to know."""

    def __init__(
        self,
        view: LockView,
        runner: Runner,
        keys: Keys,
        opened: Callable[[Journal], None],
        unexpected: Callable[[Exception], None],
        hint: str = "",
        say: Callable[[str], None] = nothing,
        show_salvaged: Callable[[SalvageReport | None], None] = show_nothing,
        secrets: Secrets = USUAL,
    ) -> None:
        self._view, self._runner, self._keys = view, runner, keys
        self._opened, self._unexpected, self._hint, self._say = opened, unexpected, hint, say
        self._show_salvaged, self._secrets = show_salvaged, secrets
        self._step, self._busy, self._wrong_tries = Step.PASSPHRASE, False, 0
        self._error: JournalError | None = None
        self._code = ""
        self._ways: Ways = frozenset()
        self._again: Callable[[], None] | None = None
        """The last try, held while there is another way to offer for it."""
        self._render()

    def on_passphrase(self, passphrase: str) -> None:
        """Open with this passphrase."""
        if passphrase and not self._busy:
            self._try(lambda: self._open(lambda: self._keys.open(passphrase, self._ways)))

    def on_keyring(self) -> None:
        """Open by the system's keyring."""
        if self._secrets.keyring and not self._busy:
            self._try(lambda: self._open(self._keys.open_by_keyring))

    def on_way(self) -> None:
        """Try once more, by the way that was offered."""
        self._take(ways_round(self._error, self._ways)[0])

    def on_also(self) -> None:
        """Try once more, by the second way that was offered."""
        self._take(ways_round(self._error, self._ways)[1])

    def on_refused(self, error: JournalError) -> None:
        """Say why another folder cannot be opened."""
        self._busy, self._error = False, error
        self._render()

    def on_recovery_wanted(self) -> None:
        """Ask for the recovery code."""
        self._go(Step.RECOVERY_CODE)

    def on_code(self, code: str) -> None:
        """Check this recovery code; if it opens the journal, ask for a new passphrase."""
        if code and not self._busy:
            self._code = code
            self._try(self._check_code)

    def on_new_passphrase(self, passphrase: str) -> None:
        """Set the new passphrase and open."""
        if not self._busy:
            self._try(lambda: self._recover(passphrase))

    def on_back(self) -> None:
        """Ask for the passphrase again."""
        self._code, self._ways = "", frozenset()
        self._go(Step.PASSPHRASE)

    def _check_code(self) -> None:
        if self._opens_without_change:
            self._open(lambda: self._keys.open_with_code(self._code, self._ways))
        else:
            self._start(
                lambda: self._keys.check_code(self._code, self._ways), lambda _result: self._go(Step.NEW_PASSPHRASE)
            )

    def _recover(self, passphrase: str) -> None:
        if self._opens_without_change:
            self._open(lambda: self._keys.open_with_code(self._code, self._ways))
        else:
            self._open(lambda: self._keys.recover(self._code, passphrase))

    def _take(self, way: Way | None) -> None:
        if way is None or self._again is None or self._busy:
            return
        if way is not Way.AGAIN:
            self._ways |= {way}
        self._again()

    @property
    def _opens_without_change(self) -> bool:
        """Whether the journal can't take a new passphrase by the way chosen."""
        return bool(self._ways & {Way.READING, Way.NEWEST_BACKUP, Way.SALVAGE})

    def _go(self, step: Step) -> None:
        self._step, self._busy, self._error, self._again = step, False, None, None
        self._render()

    def _try(self, attempt: Callable[[], None]) -> None:
        self._again = attempt
        attempt()

    def _open(self, job: Callable[[], Journal]) -> None:
        def opened(journal: Journal) -> None:
            self._again, self._code = None, ""
            self._opened(journal)
            if words := opened_words(self._ways, str(journal.folder) if self._ways else ""):
                self._say(words)
            if Way.SALVAGE in self._ways:
                self._show_salvaged(self._keys.salvaged)

        self._start(job, opened)

    def _start(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        self._busy = True
        self._render()
        self._runner.run(job, then, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, WrongPassphrase | WrongRecoveryCode):
            self._wrong_tries += 1
        self._error = error if isinstance(error, JournalError) else None
        if ways_round(self._error, self._ways)[0] is None:
            self._again = None
        self._render()
        if self._error is None:
            self._unexpected(error)

    def _render(self) -> None:
        state = build_state(
            self._step,
            busy=self._busy,
            wrong_tries=self._wrong_tries,
            error=self._error,
            hint=self._hint,
            taken=self._ways,
            secrets=self._secrets,
        )
        self._view.render_state(state)

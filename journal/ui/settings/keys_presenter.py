"""The ways into the journal: made anew at once, and the keyring. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from journal.model.errors import JournalError
from journal.texts.errors import explain
from journal.texts.translation import _
from journal.ui.settings.keys_state import KeysState, KnownState, known_state

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.key_changes import KnownReport
    from journal.app.runner import Runner
    from journal.host.keyring_store import KeyringStore
    from journal.host.settings_file import SettingsFile
    from journal.store.vault import KdfParameters


class KeysView(Protocol):
    """What shows the state."""

    def render_keys(self, state: KeysState) -> None:
        """Show this state."""

    def render_known(self, state: KnownState) -> None:
        """Show what came of making everything new; its code is shown once."""

    def say_known_problem(self, words: str) -> None:
        """Say at the fields why it was not done."""


class KeysPresenter:
    """`keyring` and `kdf` None are the system's own and the usual strength."""

    def __init__(
        self,
        view: KeysView,
        runner: Runner,
        opened: Callable[[], Journal],
        settings: SettingsFile,
        say: Callable[[str], None],
        failed: Callable[[Exception], None],
        keyring: KeyringStore | None = None,
        kdf: KdfParameters | None = None,
    ) -> None:
        self._view, self._runner, self._opened, self._settings = view, runner, opened, settings
        self._say, self._failed = say, failed
        self._keyring, self._kdf = keyring, kdf

    def on_entered(self) -> None:
        """Show what holds now."""
        others = self._settings.settings.others_use
        self._runner.run(lambda: read_keys(self._opened(), others_use=others), self._view.render_keys, self._failed)

    def on_known(self, new_passphrase: str) -> None:
        """Make everything new that opens the journal."""
        from journal.app.key_changes import someone_knows

        self._runner.run(
            lambda: someone_knows(self._opened(), new_passphrase, kdf=self._kdf, keyring=self._keyring),
            self._show_known,
            self._on_known_failed,
        )

    def on_keyring(self, on: bool) -> None:
        """Let the keyring open the journal, or no longer."""
        from journal.app.keyring_slot import switch_off, switch_on

        if on:
            words = _("This computer’s keyring opens the journal from now on, until you switch it off.")
            self._do(lambda: switch_on(self._opened(), self._keyring), words)
        else:
            words = _("Only the passphrase and the recovery code open the journal now.")
            self._do(lambda: switch_off(self._opened(), self._keyring), words)

    def _do(self, job: Callable[[], object], words: str) -> None:
        def done(_result: object) -> None:
            self._say(words)
            self.on_entered()

        def failed(error: Exception) -> None:
            self._failed(error)
            self.on_entered()

        self._runner.run(job, done, failed)

    def _show_known(self, report: KnownReport) -> None:
        destroyed, unreachable = len(report.destroyed), report.unreachable
        state = known_state(report.recovery_code, destroyed, unreachable, report.fault, keyring=report.keyring)
        self._view.render_known(state)
        self.on_entered()

    def _on_known_failed(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self._view.say_known_problem(explain(error))
        else:
            self._view.say_known_problem("")
            self._failed(error)
        self.on_entered()


def read_keys(journal: Journal, *, others_use: bool) -> KeysState:
    """What holds of the ways into the journal; on the storage thread."""
    from journal.app.key_changes import was_begun
    from journal.app.keyring_slot import opens_by_keyring
    from journal.app.keys import has_recovery_code

    folder = journal.folder
    return KeysState(has_recovery_code(folder), opens_by_keyring(folder), others_use, was_begun(journal))

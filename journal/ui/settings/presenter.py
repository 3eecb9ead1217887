"""Changes settings as soon as they are chosen. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from journal.texts.translation import _, language
from journal.ui.settings.state import SAFETY_ITEM, JournalSettings, SettingsState, build_state

if TYPE_CHECKING:
    from pathlib import Path

    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.host.settings_file import SettingsFile
    from journal.texts.items import ItemWords


class SettingsView(Protocol):
    """What shows the state."""

    def render_state(self, state: SettingsState) -> None:
        """Show this state."""

    def show_code(self, code: str) -> None:
        """Show a new recovery code, once."""


class SettingsPresenter:
    """Reads the journal's settings when the page is entered, and writes each change at once."""

    def __init__(
        self,
        view: SettingsView,
        runner: Runner,
        opened: Callable[[], Journal],
        settings: SettingsFile,
        words: ItemWords,
        say: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._view, self._runner, self._opened = view, runner, opened
        self._settings, self._words = settings, words
        self._say, self._failed = say, failed

    def on_entered(self) -> None:
        """Show what holds now."""
        self._runner.run(lambda: read_settings(self._opened()), self._show, self._failed)

    def on_file_setting(self, name: str, value: Any) -> None:
        """Change one of the settings outside the encryption."""
        try:
            self._settings.change(**{name: value})
        except OSError as error:
            self._failed(error)

    def on_journal_setting(self, key: str, value: Any) -> None:
        """Change one of the journal's own settings."""
        self._do(lambda: self._opened().put_setting(key, value))

    def on_safety(self, asked: bool) -> None:
        """Ask about thoughts of suicide, or stop."""
        from journal.app.items import set_hidden

        self._do(lambda: set_hidden(self._opened(), SAFETY_ITEM, hidden=not asked))

    def on_passphrase(self, passphrase: str) -> None:
        """Change the passphrase."""
        from journal.app.keys import change_passphrase

        words = _("The new passphrase holds from now on. Older backups still open with the old one.")
        self._do(lambda: change_passphrase(self._opened(), passphrase), words)

    def on_code_tried(self, code: str) -> None:
        """Say whether a recovery code would open the journal; nothing changes."""
        self._runner.run(
            lambda: try_code(self._opened(), code),
            lambda _result: self._say(_("This code opens the journal.")),
            self._failed,
        )

    def on_new_code(self) -> None:
        """Make a new recovery code and show it."""
        from journal.app.keys import new_recovery_code

        self._runner.run(lambda: new_recovery_code(self._opened()), self._view.show_code, self._failed)

    def on_backup(self, path: Path) -> None:
        """Write a backup to this file."""
        from journal.app.backups import back_up

        words = _("The backup is made and was verified: {name}").format(name=path.name)
        self._do(lambda: back_up(self._opened(), path), words)

    def _do(self, job: Callable[[], object], words: str = "") -> None:
        def done(_result: object) -> None:
            if words:
                self._say(words)
            self.on_entered()

        def failed(error: Exception) -> None:
            self._failed(error)
            self.on_entered()

        self._runner.run(job, done, failed)

    def _show(self, inside: JournalSettings) -> None:
        state = build_state(self._settings.settings, inside, self._words, language())
        self._view.render_state(state)


def try_code(journal: Journal, code: str) -> None:
    """Raise WrongRecoveryCode or RecoveryCodeMistyped unless it opens the journal; then it is not offered again."""
    from journal.app.keys import check_recovery_code
    from journal.app.recovery_offer import put_offered

    check_recovery_code(journal.folder, code)
    if not journal.store.read_only:
        put_offered(journal)


def read_settings(journal: Journal) -> JournalSettings:
    """What the journal holds of its settings; on the storage thread."""
    from journal.app.after_session import after_hours
    from journal.app.day_calendar import REGION as AS_THE_SYSTEM
    from journal.app.day_calendar import habits
    from journal.app.forms import just_three
    from journal.app.monthly_look import monthly_look_on

    first_weekday = journal.setting("first_weekday", AS_THE_SYSTEM)
    return JournalSettings(
        items=journal.items(),
        day_start_min=journal.day_start_min,
        digits_move_on=bool(journal.setting("digits_move_on", True)),
        body_shown=str(journal.setting("body_shown", "auto")),
        treatments=tuple(journal.setting("treatments", ())),
        just_three=just_three(journal),
        after_hours=after_hours(journal),
        monthly_look=monthly_look_on(journal),
        session_idle_30=bool(journal.setting("session_idle_30", False)),
        first_weekday=first_weekday if isinstance(first_weekday, int) else AS_THE_SYSTEM,
        history_view=habits(journal).view,
        first_page=str(journal.setting("first_page", "today")),
    )

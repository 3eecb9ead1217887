"""The cards about who can open the journal and about its end, joined to what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.settings.ending_card import EndingCard
from journal.ui.settings.ending_presenter import EndingPresenter
from journal.ui.settings.keys_keyring_card import KeyringCard
from journal.ui.settings.keys_known_card import KnownCard
from journal.ui.settings.keys_presenter import KeysPresenter
from journal.ui.settings.keys_state import KeysState, KnownState

if TYPE_CHECKING:
    from journal.ui.context import Controls, PageContext
    from journal.ui.settings.secrets_card import SecretsCard


class KeysCards:
    """`secrets` is the page's own card; the others are made here. `keyring` and `ending` stand after it."""

    def __init__(self, context: PageContext, controls: Controls, secrets: SecretsCard) -> None:
        self.secrets, self.known, self.keyring, self.ending = secrets, KnownCard(), KeyringCard(), EndingCard()
        session = context.session
        self.presenter = KeysPresenter(
            self, context.runner, lambda: session.opened, context.settings, context.say, context.failed
        )
        self.ends = EndingPresenter(
            self, context.runner, lambda: session.opened, controls.end_journal, context.say, context.failed
        )
        secrets.known_wanted.connect(self._on_known_wanted)
        self.known.wanted.connect(self.presenter.on_known)
        self.keyring.changed.connect(self.presenter.on_keyring)
        self.ending.copies_wanted.connect(self.ends.on_plain_copies)
        self.ending.ending_wanted.connect(self.ends.on_ending)

    def entered(self) -> None:
        """Show what holds now."""
        self.presenter.on_entered()

    def left(self) -> None:
        """Put away what was typed and the code on the screen."""
        for card in (self.secrets, self.known, self.ending):
            card.close_panel()

    def render_keys(self, state: KeysState) -> None:
        """Show the state."""
        self.secrets.render_code(has_code=state.has_code)
        self.known.render_state(state)
        self.keyring.render_state(state)

    def render_known(self, state: KnownState) -> None:
        """Show what came of making everything new."""
        self.known.show_result(state)

    def say_known_problem(self, words: str) -> None:
        """Say why nothing was made new."""
        self.known.say_problem(words)

    def say_ending_problem(self, words: str) -> None:
        """Say why nothing was deleted."""
        self.ending.say_problem(words)

    def _on_known_wanted(self) -> None:
        self.secrets.close_panel()
        self.known.ask()

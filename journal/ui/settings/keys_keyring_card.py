"""Letting this computer's keyring open the journal: off until switched on, and its weaker protection said before."""

from __future__ import annotations

from PySide6.QtCore import Signal

from journal.texts.endings import weaker_words
from journal.texts.translation import _
from journal.ui.settings.keys_state import KeysState
from journal.ui.settings.rows import CheckRow
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Caption


class KeyringCard(Card):
    """Not there where other people use the computer, unless it is on and can be switched off."""

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(_("Opening without the passphrase"))
        self.box = CheckRow(_("Let this computer’s keyring open the journal"))
        self.box.setAccessibleDescription(weaker_words())
        self.body.addWidget(Caption(weaker_words()))
        self.body.addWidget(self.box)
        self.body.addWidget(
            Caption(_("The keyring keeps a key of its own, never the passphrase. Switching off removes it again."))
        )
        self.box.changed.connect(self.changed)

    def render_state(self, state: KeysState) -> None:
        """Show what holds."""
        self.setVisible(state.keyring_shown)
        self.box.set_value(state.by_keyring)

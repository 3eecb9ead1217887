"""The intention and the note, private unless shared, and tags, always private."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.session.state import SessionState
from journal.ui.session.typed_field import TypedWords
from journal.ui.widgets.buttons import LARGE_PX
from journal.ui.widgets.card import Card
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.tag_field import TagField


class WordsCard(Card):
    """Two fields for own words, the tick that shares them, and tags."""

    typed = Signal(str, str)
    share_given = Signal(bool)
    tags_given = Signal(tuple)
    tags_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Intention and note"), parent)
        self.intention = TypedWords("intention", _("Intention"))
        self.note = TypedWords("note", _("Note"))
        self.shared = CheckBox(_("Share with my clinician"))
        self.shared.setMinimumHeight(LARGE_PX)
        self.shared.setObjectName("session_shared")
        for words in (self.intention, self.note):
            self.body.addWidget(words)
            words.typed.connect(self.typed)
        self.body.addWidget(self.shared)
        self.shared.clicked.connect(self.share_given)
        self.tags = TagField()
        self.body.addWidget(self.tags)
        self.tags.changed.connect(self.tags_given)
        self.tags.known_wanted.connect(self.tags_wanted)
        self._say(shared=False)

    def render_state(self, state: SessionState) -> None:
        """Show the words."""
        for words in (self.intention, self.note):
            words.render_text(state.texts[words.key])
        self.shared.setChecked(state.shared)
        self.tags.render_tags(state.tags, state.known_tags)
        self._say(shared=state.shared)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.intention.flush()
        self.note.flush()
        self.tags.flush()

    def _say(self, *, shared: bool) -> None:
        who = _("Your clinician can read this.") if shared else _("Only you see this.")
        for words in (self.intention, self.note):
            words.say_who_sees_it(who)

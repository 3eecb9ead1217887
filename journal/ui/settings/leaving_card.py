"""When the journal closes, how everything is hidden, and who can take pictures of it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from journal.texts.translation import _, ngettext
from journal.ui.settings.rows import CheckRow, ChoiceRow
from journal.ui.settings.state import IDLE_MINUTES, SettingsState, hide_choices, hide_words
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.labels import Caption


class LeavingCard(Card):
    """Every change holds at once; all of it stands in the settings file, for it belongs to this computer."""

    idle_chosen = Signal(int)
    minimised_ticked = Signal(bool)
    hide_by_chosen = Signal(str)
    no_capture_ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__(_("Leaving and hiding"))
        self._idle = ChoiceRow(_("Close when nobody is there"), [(str(m), _idle_words(m)) for m in IDLE_MINUTES])
        self._minimised = CheckRow(_("Close when the window is minimised"))
        self._hide = ChoiceRow(_("Hide everything with"), hide_choices())
        self._hide_note = Caption()
        self._capture = CheckRow(_("Keep Leeward out of screenshots and recordings"))
        self._capture_note = Caption()
        self._lay_out()
        self._idle.chosen.connect(lambda minutes: self.idle_chosen.emit(int(minutes)))
        self._minimised.changed.connect(self.minimised_ticked)
        self._hide.chosen.connect(self._on_hide_by)
        self._capture.changed.connect(self.no_capture_ticked)

    def show_possible(self, *, capture: bool) -> None:
        """Say what this system can do."""
        self._capture.setEnabled(capture)
        self._capture_note.setText(_capture_words(possible=capture))
        self._capture.setAccessibleDescription(_capture_words(possible=capture))

    def render_state(self, state: SettingsState) -> None:
        """Show what holds."""
        self._idle.set_value(str(state.idle_min))
        self._minimised.set_value(state.close_minimised)
        self._hide.set_value(state.hide_by)
        self._show_note(state.hide_by)
        self._capture.set_value(state.no_capture and self._capture.isEnabled())

    def _on_hide_by(self, hide_by: str) -> None:
        self._show_note(hide_by)
        self.hide_by_chosen.emit(hide_by)

    def _show_note(self, hide_by: str) -> None:
        words = hide_words(hide_by)
        self._hide_note.setText(words)
        self._hide_note.setVisible(bool(words))

    def _lay_out(self) -> None:
        always = _("It also closes when the computer goes to sleep and when the screen is locked.")
        hidden = _("Hide closes Leeward at once and keeps what you typed. Start it again to come back.")
        copied = _("What you copy from here leaves the clipboard after 30 seconds.")
        for widget in (
            self._idle,
            self._minimised,
            Caption(always),
            Divider(),
            self._hide,
            self._hide_note,
            Caption(hidden),
            Divider(),
            self._capture,
            self._capture_note,
            Caption(copied),
        ):
            self.body.addWidget(widget)


def _idle_words(minutes: int) -> str:
    return ngettext("After {n} minute", "After {n} minutes", minutes).format(n=minutes)


def _capture_words(*, possible: bool) -> str:
    if not possible:
        return _("This system has no such protection: other programs here can take pictures of the window.")
    return _(
        "It cannot stop a camera, and some programs may see it all the same. "
        "Others cannot see Leeward when you share your screen."
    )

"""The day and the keyboard."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal

from journal.texts.dates import clock_time
from journal.texts.translation import _
from journal.ui.settings.rows import CheckRow, ChoiceRow
from journal.ui.settings.state import DAY_START_HOURS, SettingsState
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Caption


class DayCard(Card):
    """The journal's own habits."""

    journal_setting = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("Your day"))
        self._start = ChoiceRow(_("A day begins at"), [(str(h * 60), clock_time(time(h))) for h in DAY_START_HOURS])
        self._digits = CheckRow(_("A digit answers a row and moves on"))
        self._start.chosen.connect(lambda minutes: self.journal_setting.emit("day_start_min", int(minutes)))
        self._digits.changed.connect(lambda on: self.journal_setting.emit("digits_move_on", on))
        self.body.addWidget(self._start)
        self.body.addWidget(Caption(_("What you log before that hour belongs to the day before. Old entries stay.")))
        self.body.addWidget(self._digits)

    def render_state(self, state: SettingsState) -> None:
        """Show what holds."""
        self._start.set_value(str(state.day_start_min))
        self._digits.set_value(state.digits_move_on)

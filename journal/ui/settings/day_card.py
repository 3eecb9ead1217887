"""The day, the week, the page that comes first, and the keyboard."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal

from journal.texts.dates import clock_time
from journal.texts.translation import _
from journal.ui.settings.rows import CheckRow, ChoiceRow
from journal.ui.settings.state import DAY_START_HOURS, SettingsState, view_choices, weekday_choices
from journal.ui.shell import page_names
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Caption


class DayCard(Card):
    """The journal's own habits."""

    journal_setting = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("Your day"))
        self._start = ChoiceRow(_("A day begins at"), [(str(h * 60), clock_time(time(h))) for h in DAY_START_HOURS])
        self._first_page = ChoiceRow(_("Leeward opens with"), page_names())
        self._week = ChoiceRow(_("A week begins with"), weekday_choices())
        self._view = ChoiceRow(_("History shows"), view_choices())
        self._digits = CheckRow(_("A digit answers a row and moves on"))
        self._start.chosen.connect(lambda minutes: self.journal_setting.emit("day_start_min", int(minutes)))
        self._first_page.chosen.connect(lambda page: self.journal_setting.emit("first_page", page))
        self._week.chosen.connect(lambda day: self.journal_setting.emit("first_weekday", int(day)))
        self._view.chosen.connect(lambda view: self.journal_setting.emit("history_view", view))
        self._digits.changed.connect(lambda on: self.journal_setting.emit("digits_move_on", on))
        self.body.addWidget(self._start)
        self.body.addWidget(Caption(_("What you log before that hour belongs to the day before. Old entries stay.")))
        for row in (self._first_page, self._week, self._view, self._digits):
            self.body.addWidget(row)

    def render_state(self, state: SettingsState) -> None:
        """Show what holds."""
        self._start.set_value(str(state.day_start_min))
        self._first_page.set_value(state.first_page)
        self._week.set_value(str(state.first_weekday))
        self._view.set_value(state.history_view)
        self._digits.set_value(state.digits_move_on)

"""What is asked, and Just three."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from journal.texts.translation import _
from journal.ui.settings.rows import CheckRow, ChoiceRow, button
from journal.ui.settings.state import SettingsState
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption


class ItemsCard(Card):
    """The ways to the pages where items are shaped and goals are kept, and the one opt-in question.

    `go` shows a page by its key.
    """

    safety_ticked = Signal(bool)

    def __init__(self, go: Callable[..., None]) -> None:
        super().__init__(_("What is asked"))
        self.shape = button(_("Choose, name and order items"), lambda: go("shape", view="items"))
        self.profiles = button(_("Profiles for kinds of days"), lambda: go("shape", view="profiles"))
        self.goals = button(_("My goals"), lambda: go("goals", back_to="settings"))
        self.body.addWidget(Body(_("Which items are asked, in which order and groups, and items of your own.")))
        self.body.addWidget(FlowRow(self.shape, self.profiles, self.goals))
        self._safety = CheckRow(_("Ask about thoughts of suicide"))
        self._safety.changed.connect(self.safety_ticked)
        for widget in (Divider(), self._safety, Caption(_("Nobody is alerted by your answer."))):
            self.body.addWidget(widget)

    def render_state(self, state: SettingsState) -> None:
        """Show what holds."""
        self._safety.set_value(state.safety)


class JustThreeCard(Card):
    """The three items of "Just three"."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Just three"))
        self.body.addWidget(Caption(_("For days on which three answers are enough.")))
        words = (_("First"), _("Second"), _("Third"))
        self._rows = [ChoiceRow(word) for word in words]
        for row in self._rows:
            row.chosen.connect(self._on_chosen)
            self.body.addWidget(row)

    def render_state(self, state: SettingsState) -> None:
        """Show what holds."""
        for place, row in enumerate(self._rows):
            row.set_choices(state.three_choices)
            row.set_value(state.just_three[place] if place < len(state.just_three) else "")

    def _on_chosen(self) -> None:
        keys = [row.value for row in self._rows]
        self.chosen.emit([key for key in dict.fromkeys(keys) if key != "None"])

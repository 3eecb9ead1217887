"""What is asked, and Just three."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from journal.texts.translation import _
from journal.ui.settings.own_item_form import OwnItemForm
from journal.ui.settings.rows import CheckRow, ChoiceRow, button
from journal.ui.settings.state import SettingsState
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.item_checklist import ItemChecklist
from journal.ui.widgets.labels import Caption


class ItemsCard(Card):
    """Items to tick by group, items of one's own, and the one opt-in question."""

    item_ticked = Signal(str, bool)
    safety_ticked = Signal(bool)
    own_item_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("What is asked"))
        self.body.addWidget(Caption(_("An item that is not asked keeps everything you logged with it.")))
        self._list: ItemChecklist | None = None
        self._groups: object = None
        self._safety = CheckRow(_("Ask about thoughts of suicide"))
        self._safety.changed.connect(self.safety_ticked)
        self._own, self._taken_up = OwnItemForm(), False
        self._own.wanted.connect(self.own_item_wanted)
        self._own.left.connect(self._on_left)
        self._own.hide()
        self._add = button(_("Add an item of your own"), self._on_add)
        quiet = Caption(_("Nobody is alerted by your answer."))
        for widget in (Divider(), self._safety, quiet, Divider(), self._add, self._own):
            self.body.addWidget(widget)

    @property
    def half_typed(self) -> dict[str, str]:
        """What stands half typed in the form for an item of one's own; nothing where it is closed or blank."""
        typed = self._own.typed
        blank = self._own.isHidden() or not (typed["name"].strip() or typed["words"].strip())
        return {} if blank else typed

    def render_state(self, state: SettingsState) -> None:
        """Show what holds. The list is made anew only when its items changed, so the keyboard stays where it is."""
        self._safety.set_value(state.safety)
        shape = [(choice.key, choice.label) for group in state.groups for choice in group.choices]
        if shape != self._groups:
            self._groups = shape
            self._show_list(state)
            self._close_own()
        if not self._taken_up:
            self._taken_up = True
            self._take_up(state.own_item)

    def _show_list(self, state: SettingsState) -> None:
        made = ItemChecklist()
        made.show_groups(state.groups)
        made.ticked.connect(self.item_ticked)
        if self._list is not None:
            self.body.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self.body.insertWidget(2, made)
        made.show()
        self._list = made

    def _take_up(self, typed: Mapping[str, str]) -> None:
        """Open the form as it stood when the journal closed."""
        if typed:
            self._own.fill(typed)
            self._add.hide()
            self._own.show()

    def _close_own(self) -> None:
        self._own.clear()
        self._own.hide()
        self._add.show()

    def _on_left(self) -> None:
        self._close_own()
        self._add.setFocus()

    def _on_add(self) -> None:
        self._add.hide()
        self._own.show()
        self._own.setFocus()


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

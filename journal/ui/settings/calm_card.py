"""A calm moment: the key, the words about this place, the pace of the breath, the ways to plan and contacts."""

from __future__ import annotations

from functools import partial

from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.settings.calm_presenter import LONGEST_PLACE, CalmSettings, CalmSettingsPresenter, second_choices
from journal.ui.settings.rows import CheckRow, ChoiceRow, button
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, name_field


class CalmCard(Card):
    """Every change holds at once; the words are kept when they are left."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(_("A calm moment"))
        self.key = ChoiceRow(_("Open it with"))
        self.place = TextField()
        self.place.setMaxLength(LONGEST_PLACE)
        self.place.setPlaceholderText(_("I am in … This is …"))
        self.place_open = CheckRow(_("Can be read without the passphrase, by anyone at this computer"))
        self.breath_in = ChoiceRow(_("Breathe in for"), second_choices())
        self.breath_out = ChoiceRow(_("Breathe out for"), second_choices())
        self.moving = CheckRow(_("Show a shape that moves"))
        self._lay_out(context)
        presenter = self.presenter = CalmSettingsPresenter(
            self, context.runner, lambda: context.session.opened, context.settings, context.failed
        )
        self.key.chosen.connect(lambda name: presenter.on_file_setting(calm_by=name))
        self.breath_in.chosen.connect(lambda seconds: presenter.on_file_setting(breath_in_s=int(seconds)))
        self.breath_out.chosen.connect(lambda seconds: presenter.on_file_setting(breath_out_s=int(seconds)))
        self.moving.changed.connect(lambda on: presenter.on_file_setting(less_motion=not on))
        self.moving.changed.connect(lambda on: context.theme.choose_motion(less=not on))
        self.place.editingFinished.connect(self.flush)
        self.place_open.changed.connect(lambda _on: self.flush())

    def render_calm(self, state: CalmSettings) -> None:
        """Show what holds; words that are being typed stay."""
        self.key.set_choices(state.keys)
        self.key.set_value(state.key)
        if not self.place.hasFocus():
            self.place.setText(state.place)
        self.place_open.set_value(state.place_open)
        self.place_open.setVisible(state.may_open)
        self.breath_in.set_value(str(state.breath_in_s))
        self.breath_out.set_value(str(state.breath_out_s))
        self.moving.set_value(state.moves)

    def flush(self) -> None:
        """Keep the words as they stand."""
        self.presenter.on_place(self.place.text(), opened=self.place_open.isChecked())

    def _lay_out(self, context: PageContext) -> None:
        label = Body(_("This place, in your own words"))
        name_field(label, self.place)
        plan = button(_("My plan"), partial(context.go, "plan", part="plan", back_to="settings"))
        talk = button(_("My contacts"), partial(context.go, "plan", part="talk", back_to="settings"))
        for widget in (
            self.key,
            Caption(_("It opens from every page, and from the lock unless others use this computer.")),
            Divider(),
            label,
            self.place,
            self.place_open,
            Divider(),
            self.breath_in,
            self.breath_out,
            self.moving,
            Divider(),
            FlowRow(plan, talk),
        ):
            self.body.addWidget(widget)

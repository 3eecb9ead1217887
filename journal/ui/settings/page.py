"""The settings page: every change holds at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from journal.host.clock import local_now
from journal.host.resources import resource
from journal.model.errors import JournalError, JournalMissing
from journal.texts.translation import _, complete_languages
from journal.ui.context import Controls, PageContext
from journal.ui.settings.appearance_card import AppearanceCard
from journal.ui.settings.backup_card import backup_card
from journal.ui.settings.calm_card import CalmCard
from journal.ui.settings.day_card import DayCard
from journal.ui.settings.in_out_card import InOutCard
from journal.ui.settings.items_card import ItemsCard, JustThreeCard
from journal.ui.settings.journal_card import AboutCard, JournalCard, OutsideCard
from journal.ui.settings.keys_cards import KeysCards
from journal.ui.settings.leaving_card import LeavingCard
from journal.ui.settings.merge_card import merge_card
from journal.ui.settings.presenter import SettingsPresenter
from journal.ui.settings.reminders_card import RemindersCard
from journal.ui.settings.secrets_card import SecretsCard
from journal.ui.settings.state import SettingsState
from journal.ui.settings.tags_card import TagsCard
from journal.ui.settings.treatment_card import TreatmentCard
from journal.ui.theme.choice import ThemeChoice
from journal.ui.widgets.labels import PageTitle
from journal.ui.widgets.scroll_page import ScrollPage

WIDEST = 760


class SettingsPage(ScrollPage):
    """Cards from what is changed often to what is read once."""

    def __init__(self, context: PageContext, controls: Controls, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._context, self._controls = context, controls
        self.appearance = AppearanceCard(complete_languages(resource("locale")))
        self.day, self.leaving, self.treatment = DayCard(), LeavingCard(), TreatmentCard()
        self.leaving.show_possible(capture=bool(controls.can_stop_capture))
        self.items, self.three = ItemsCard(context.go), JustThreeCard()
        self.calm, self.secrets = CalmCard(context), SecretsCard()
        self.tags = TagsCard(context)
        self.keys = KeysCards(context, controls, self.secrets)
        self.journal = JournalCard(controls.folder, local_now(context.clock).date())
        self.backups, self.backing_up = backup_card(context, controls)
        self.two_computers, self.merging = merge_card(context, controls.folder)
        self.in_out = InOutCard(context.go)
        self._build(context)
        self.presenter = self._presenter(context)
        self._connect()

    def _build(self, context: PageContext) -> None:
        self.column.addWidget(PageTitle(_("Settings")))
        for card in (
            self.appearance,
            self.day,
            self.leaving,
            self.calm,
            RemindersCard(context.go),
            self.items,
            self.three,
            self.tags,
            self.treatment,
            self.secrets,
            self.keys.known,
            self.keys.keyring,
            self.journal,
            self.in_out,
            self.backups,
            self.two_computers,
            OutsideCard(),
            self.keys.ending,
            AboutCard(context.go),
        ):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _presenter(self, context: PageContext) -> SettingsPresenter:
        return SettingsPresenter(
            self,
            context.runner,
            lambda: context.session.opened,
            context.settings,
            context.words,
            context.say,
            context.failed,
        )

    def entered(self, **where: Any) -> None:
        """Show what holds now; with `try_code` or `backups` also where that code is tried, or those are looked into."""
        self.presenter.on_entered()
        self.calm.presenter.on_entered()
        self.tags.presenter.on_entered()
        self.keys.entered()
        if where.get("try_code"):
            self.secrets.ask_for_code()
        if where.get("backups"):
            self.backups.from_file.setFocus()
        self.backing_up.on_entered()

    def left(self) -> None:
        """Every change is kept at once. A code is put away."""
        self.calm.flush()
        self.keys.left()
        self.merging.on_left()
        self.backing_up.on_left()

    def render_state(self, state: SettingsState) -> None:
        """Show the state."""
        for card in (self.appearance, self.day, self.leaving, self.items, self.three, self.treatment):
            card.render_state(state)

    def show_code(self, code: str) -> None:
        """Show a new recovery code."""
        self.secrets.show_code(code)
        self.keys.entered()

    def _connect(self) -> None:
        presenter = self.presenter
        self.appearance.theme_chosen.connect(self._on_theme)
        self.appearance.font_chosen.connect(self._on_font)
        self.appearance.text_percent_chosen.connect(self._on_text_percent)
        self.appearance.language_chosen.connect(self._controls.set_language)
        self.day.journal_setting.connect(presenter.on_journal_setting)
        self.leaving.idle_chosen.connect(self._controls.set_idle_minutes)
        self.leaving.minimised_ticked.connect(self._controls.set_close_minimised)
        self.leaving.hide_by_chosen.connect(self._controls.set_hide_by)
        self.leaving.hide_by_chosen.connect(lambda _key: self.calm.presenter.on_entered())
        self.leaving.no_capture_ticked.connect(self._controls.set_no_capture)
        self.treatment.journal_setting.connect(presenter.on_journal_setting)
        self.items.safety_ticked.connect(presenter.on_safety)
        self.three.chosen.connect(lambda keys: presenter.on_journal_setting("just_three", keys))
        self.secrets.passphrase_chosen.connect(presenter.on_passphrase)
        self.secrets.code_tried.connect(presenter.on_code_tried)
        self.secrets.new_code_wanted.connect(presenter.on_new_code)
        self.journal.backup_wanted.connect(presenter.on_backup)
        self.journal.other_wanted.connect(self._on_other)
        self.journal.new_wanted.connect(self._controls.restart_beside)
        self.journal.move_wanted.connect(self._on_move)

    def _on_theme(self, name: str) -> None:
        self._context.theme.choose(ThemeChoice(name))
        self.presenter.on_file_setting("theme", name)

    def _on_font(self, name: str) -> None:
        self._context.theme.choose_font(name)
        self.presenter.on_file_setting("font", name)

    def _on_text_percent(self, percent: int) -> None:
        self._context.theme.choose_scale(percent / 100)
        self.presenter.on_file_setting("text_percent", percent)

    def _on_other(self, folder: Any) -> None:
        from journal.app.vaults import has_journal

        if has_journal(folder):
            self._controls.restart_on(folder)
        else:
            self._context.failed(JournalMissing(path=str(folder)))

    def _on_move(self, into: Any) -> None:
        try:
            self._controls.move_to(into)
        except JournalError as error:
            self._context.failed(error)

"""The page of reminders. It holds no rules, only the last state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal.app.day_calendar import habits
from journal.host.autostart import Autostart
from journal.host.settings_file import Settings
from journal.model.reminders import ReminderTime
from journal.texts.translation import _
from journal.ui.check_in_day import CheckInDay
from journal.ui.context import PageContext
from journal.ui.reminders.cards import QuietCard, StartCard, TimesCard, WordsCard
from journal.ui.reminders.presenter import RemindersParts, RemindersPresenter
from journal.ui.reminders.state import RemindersState, TrayPlace
from journal.ui.reminding import Reminding, Way
from journal.ui.widgets.back_button import back_to_settings
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 760


class RemindersPage(ScrollPage):
    """Renders a `RemindersState`; what the person does goes to the presenter."""

    def __init__(
        self, context: PageContext, reminding: Reminding, autostart: Autostart, parent: QWidget | None = None
    ) -> None:
        super().__init__(WIDEST, parent)
        self._context, self._reminding = context, reminding
        self.back = back_to_settings()
        self.others = Caption()
        self.times, self.quiet, self.words, self.start = TimesCard(), QuietCard(), WordsCard(), StartCard()
        program = _Program(context, reminding, self._on_day_kept)
        parts = RemindersParts(program, context.clock, autostart, context.say, context.failed)
        self.presenter = RemindersPresenter(self, parts)
        self._build()
        self._connect()

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Show what holds now."""
        self.words.show_result("")
        self._reminding.look_for_place()
        self.presenter.on_entered()
        opened = self._context.session
        first = self.presenter.on_first_weekday
        self._context.runner.run(lambda: habits(opened.opened).first_weekday, first, self._context.failed)

    def left(self) -> None:
        """Take over what is half typed."""
        self.times.rows.flush()
        self.quiet.flush()
        self.words.flush()

    def render_state(self, state: RemindersState) -> None:
        """Show the state."""
        for card in (self.times, self.quiet, self.words, self.start):
            card.render_state(state)
        self.others.setText(state.others_note)
        self.others.setVisible(bool(state.others_note))

    def go_to_time(self, number: int) -> None:
        """Take the keyboard to a time."""
        self.times.rows.rows[number].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.column.addWidget(FlowRow(self.back))
        self.column.addWidget(PageTitle(_("Reminders and start")))
        for widget in (self.others, self.times, self.quiet, self.words, self.start):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._order_tabs()

    def _connect(self) -> None:
        presenter = self.presenter
        self.back.clicked.connect(lambda: self._context.go("settings"))
        self.times.add_wanted.connect(presenter.on_added)
        self.times.rows.changed.connect(presenter.on_changed)
        self.times.rows.remove_wanted.connect(self._on_remove)
        self.times.rows.built.connect(self._order_tabs)
        self.quiet.ticked.connect(lambda on: presenter.on_quiet(on=on))
        self.quiet.chosen.connect(presenter.on_quiet_hours)
        self.words.written.connect(presenter.on_text)
        self.words.try_wanted.connect(self._on_try)
        self.start.tray_ticked.connect(lambda on: presenter.on_tray(on=on))
        self.start.login_ticked.connect(lambda on: presenter.on_login(on=on))
        self._reminding.tray_changed.connect(presenter.render)
        self._reminding.removed.changed.connect(presenter.on_changed_elsewhere)

    def _order_tabs(self) -> None:
        put_in_order(self.back, self.times, self.quiet, self.words, self.start)

    def _on_remove(self, number: int) -> None:
        self.times.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.on_removed(number)

    def _on_day_kept(self) -> None:
        self._reminding.look()
        self.presenter.render()

    def _on_try(self) -> None:
        self.words.flush()
        self._reminding.try_now(self._show_way)

    def _show_way(self, way: Way) -> None:
        line = _("This system shows no notifications. A reminder stands as a line over the page.")
        words = _("Your system was asked to show it.") if way is Way.SYSTEM else line
        self.words.show_result(words)
        self._context.announce(self.words, words)


class _Program:
    """The running program, as the presenter sees it."""

    def __init__(self, context: PageContext, reminding: Reminding, day_kept: Callable[[], None]) -> None:
        self._context, self._reminding = context, reminding
        self._day = CheckInDay(context, reminding.keep, day_kept)

    @property
    def settings(self) -> Settings:
        return self._context.settings.settings

    def keep(self, **changes: Any) -> None:
        self._reminding.keep(**changes)

    def switch_tray(self, *, on: bool) -> None:
        self._reminding.switch_tray(on=on)

    def tray_place(self) -> TrayPlace:
        return TrayPlace.THERE if self._reminding.tray_possible else TrayPlace.NONE

    def read_day(self) -> None:
        self._day.refresh()

    def removed(self, wanted: ReminderTime) -> None:
        self._reminding.removed.note(wanted)

    def bring_back(self) -> None:
        self._reminding.removed.bring_back()

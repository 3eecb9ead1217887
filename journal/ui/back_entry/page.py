"""Entering a week that was filled in on paper. The page holds no rules, only the last state."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from journal.app.week_entries import Standing
from journal.texts.translation import _
from journal.ui.back_entry.day_foot import DayFoot
from journal.ui.back_entry.presenter import BackEntryParts, BackEntryPresenter
from journal.ui.back_entry.state import BackEntryState, Direction
from journal.ui.back_entry.week_table import WeekTable
from journal.ui.context import PageContext
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.beside_row import BesideRow
from journal.ui.widgets.buttons import ChoiceButton, PrimaryButton, QuietButton, TextButton, show_chosen
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle, Strong
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WAYS_BACK = ("history", "report")
TITLE_PX = 330
"""The way back and the title beside each other, at the ordinary text size."""


class BackEntryPage(ScrollPage):
    """The table, over it the week, under it the day that the keyboard is on."""

    rendered = Signal()
    """A state was shown; for whoever waits for it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._back_to = WAYS_BACK[0]
        self._begun = False
        self.state = BackEntryState()
        self.back, self.done = BackButton(), PrimaryButton(_("Done"))
        self.earlier, self.later = TextButton(_("‹ Week before")), TextButton(_("Week after ›"))
        self.period, self.saved = Strong("", wrap=False), Caption(wrap=False)
        self.undo = QuietButton(_("Undo"))
        self.directions = {Direction.DOWN: ChoiceButton(_("Down")), Direction.RIGHT: ChoiceButton(_("Across"))}
        self.table, self.foot = WeekTable(context.theme), DayFoot()
        self.presenter = BackEntryPresenter(self, _parts(context))
        self._build()
        self._connect()

    def entered(self, back_to: str = "", **where: Any) -> None:  # noqa: ARG002
        """Show the week that was being entered; `back_to` is the page from which it was reached."""
        self._back_to = back_to if back_to in WAYS_BACK else WAYS_BACK[0]
        place = {"history": _("History"), "report": _("Report")}[self._back_to]
        self.back.lead_to(place)
        self._begun = False
        self.presenter.on_entered()

    def left(self) -> None:
        """What is half typed is saved."""
        self.foot.flush()
        self.presenter.on_left()

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown."""
        self.presenter.on_entered()

    def render_state(self, state: BackEntryState) -> None:
        """Show a state."""
        self.state = state
        self.period.setText(state.period_words)
        self.saved.setText(state.saved)
        self.saved.setVisible(bool(state.saved))
        self.later.setEnabled(state.can_go_later)
        self.undo.setEnabled(state.can_undo)
        show_chosen(self.directions, state.direction)
        self.table.show_state(state)
        self.foot.render_day(state.day)
        if not self._begun and state.rows:
            self._begun = True
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rendered.emit()

    def tell(self, words: str) -> None:
        """Speak to a screen reader."""
        if words:
            self._context.announce(self.table, words)

    def leave(self) -> None:
        """Nothing more is to be entered."""
        self._context.go(self._back_to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; the week can be gone on with."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        words = Caption(
            _(
                "Type the numbers from the sheet. Enter goes on, − means that it does not apply, Backspace clears. "
                "What is left empty counts as not asked."
            )
        )
        box = self.column
        box.setSpacing(10)
        title = FlowRow(self.back, PageTitle(_("Enter a week"), wrap=False))
        box.addWidget(BesideRow(title, FlowRow(self.saved, self.done), TITLE_PX))
        box.addWidget(words)
        move = Caption(_("After an answer"), wrap=False)
        box.addWidget(FlowRow(self.earlier, self.period, self.later, move, *self.directions.values(), self.undo))
        box.addWidget(self.table, 1)
        box.addWidget(self.foot)
        put_in_order(self)

    def _connect(self) -> None:
        presenter, table, group = self.presenter, self.table, QButtonGroup(self)
        for direction, choice in self.directions.items():
            group.addButton(choice)
            choice.clicked.connect(lambda _checked=False, direction=direction: presenter.on_direction(direction))
        self.directions[Direction.DOWN].setAccessibleDescription(_("The keyboard goes to the next item."))
        self.directions[Direction.RIGHT].setAccessibleDescription(_("The keyboard goes to the next day."))
        table.typed.connect(presenter.on_key)
        table.cleared.connect(presenter.on_back)
        table.entered.connect(self._on_enter)
        table.opened.connect(self._on_open)
        table.reached.connect(lambda row, column: presenter.on_reached((row, column)))
        table.undo_wanted.connect(presenter.on_undo)
        self.foot.written.connect(presenter.on_note)
        self.foot.open_wanted.connect(self._on_open)
        self.earlier.clicked.connect(lambda: self._on_week(-1))
        self.later.clicked.connect(lambda: self._on_week(1))
        self.undo.clicked.connect(presenter.on_undo)
        self.back.clicked.connect(self.leave)
        self.done.clicked.connect(self._on_done)
        self._context.session.listen(presenter.on_changed)

    def _on_week(self, by: int) -> None:
        self.foot.flush()
        self.presenter.on_week(by)

    def _on_done(self) -> None:
        self.foot.flush()
        self.presenter.on_done()

    def _on_enter(self) -> None:
        """Enter goes on, or opens a day that is only read."""
        day = self.state.day
        if day is not None and not day.open:
            self._on_open()
        else:
            self.presenter.on_enter()

    def _on_open(self) -> None:
        day = self.state.day
        if day is not None and day.standing is Standing.TODAY:
            self._context.go("today")
        elif day is not None and day.standing is Standing.LOGGED:
            self._context.go("history", day=day.day)


def _parts(context: PageContext) -> BackEntryParts:
    return BackEntryParts(lambda: context.session.opened, context.runner, context.clock, context.words, context.failed)

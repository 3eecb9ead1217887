"""A week on paper: what stands over its days, and the ways to save it, print it, and enter what was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QWidget

from journal.app.runner import Runner
from journal.report.request import Paper
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.report.handing_dialogs import HandingDialogs
from journal.ui.report.state import file_name
from journal.ui.report.week_presenter import Heads, WeekParts, WeekPresenter
from journal.ui.widgets.buttons import ChoiceButton, QuietButton, TextButton, show_chosen
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption


class WeekCard(Card):
    """The sheet holds no answers, so it is saved without the questions that a report brings."""

    def __init__(
        self, context: PageContext, setter: Runner, paper: Callable[[], Paper], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("A week on paper"), parent)
        unreached = _("The printer could not be reached. Save the sheet as PDF and print that.")
        self.dialogs = HandingDialogs(self, context, _("Save the sheet"), unreached)
        self.presenter = WeekPresenter(
            self, WeekParts(lambda: context.session.opened, context.runner, setter, context.failed, paper)
        )
        self.heads = {
            Heads.WEEKDAYS: ChoiceButton(_("Weekdays")),
            Heads.THIS_WEEK: ChoiceButton(_("This week")),
            Heads.NEXT_WEEK: ChoiceButton(_("Next week")),
        }
        self.chosen = Heads.WEEKDAYS
        self.save, self.print = QuietButton(_("Save the sheet…")), QuietButton(_("Print the sheet…"))
        self.enter = TextButton(_("Enter a sheet"))
        self._build()
        self.save.clicked.connect(self.presenter.on_save_wanted)
        self.print.clicked.connect(lambda: self.presenter.on_print(self.chosen))
        self.enter.clicked.connect(lambda: context.go("back_entry", back_to="report"))

    def saved(self, path: Path) -> None:
        """Say that the file is there."""
        self.dialogs.saved(path)

    def print_pages(self, pages: tuple[bytes, ...], paper: Paper) -> None:
        """Ask for the printer, then print."""
        self.dialogs.print_pages(pages, paper)

    def ask_where(self, today: date) -> None:
        """Offer a neutral name; nothing is written before the person chose."""
        self.dialogs.ask_where(file_name(today), lambda path: self.presenter.on_save(path, self.chosen))

    def _build(self) -> None:
        group = QButtonGroup(self)
        for heads, choice in self.heads.items():
            group.addButton(choice)
            choice.clicked.connect(lambda _checked=False, heads=heads: self._on_heads(heads))
        show_chosen(self.heads, self.chosen)
        words = _("A blank sheet with your items, to fill in by hand. No name is on it.")
        for widget in (Caption(words), FlowRow(*self.heads.values()), FlowRow(self.save, self.print, self.enter)):
            self.body.addWidget(widget)

    def _on_heads(self, heads: Heads) -> None:
        self.chosen = heads
        show_chosen(self.heads, heads)

"""The list of current medicines to print or save: a name if one is wanted, and the ways to hand it over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journal.app.runner import Runner
from journal.report.request import Paper
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.report.handing_dialogs import HandingDialogs
from journal.ui.report.handing_over import HandingOver
from journal.ui.report.state import file_name
from journal.ui.treatment.list_presenter import ListParts, ListPresenter
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.labels import Body, Caption


class MedicineListView(Card):
    """Asks for what stands on the paper, where the file goes, and which printer."""

    def __init__(self, context: PageContext, setter: Runner, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._paper = paper
        self.dialogs = HandingDialogs(
            self,
            context,
            _("Save the list"),
            _("The printer could not be reached. Save the list as PDF and print that."),
        )
        self._today = date.min
        self.name, self.handing_over = TextField(), HandingOver()
        parts = ListParts(lambda: context.session.opened, context.runner, setter, context.failed, paper)
        self.presenter = ListPresenter(self, parts)
        self._build()
        self.handing_over.save_wanted.connect(self.ask_where)
        self.handing_over.print_wanted.connect(lambda: self.presenter.on_print(self.name.text()))

    def begin(self, today: date) -> None:
        """Forget what was typed for the list before."""
        self._today = today
        self.name.clear()
        self.handing_over.begin()

    def saved(self, path: Path) -> None:
        """Say that the file is there."""
        self.handing_over.begin()
        self.dialogs.saved(path)

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        """Ask for the printer, then print."""
        self.dialogs.print_pages(pages, self._paper)

    def ask_where(self, password: str) -> None:
        """Offer a neutral name; nothing is written before the person chose."""
        name = file_name(self._today)
        self.dialogs.ask_where(name, lambda path: self.presenter.on_save(path, self.name.text(), password))

    def _build(self) -> None:
        label = Body(_("Name on the list, if you like"))
        label.setBuddy(self.name)
        self.name.setAccessibleName(label.text())
        self.body.addWidget(label)
        self.body.addWidget(self.name)
        self.body.addWidget(Caption(_("The name is not kept.")))
        self.body.addWidget(self.handing_over)

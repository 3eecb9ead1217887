"""The list of current medicines to print or save: a name if one is wanted, and the ways to hand it over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from journal.app.runner import Runner
from journal.report.request import Paper
from journal.texts.translation import _
from journal.ui.context import PageContext
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
        self._context, self._paper = context, paper
        self._dialog: QDialog | None = None
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
        """Say that the file is there, and offer its folder."""
        self.handing_over.begin()
        self._context.say(_("Saved as {name}.").format(name=path.name), [(_("Open the folder"), lambda: _show(path))])

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        """Ask for the printer, then print."""
        from PySide6.QtPrintSupport import QPrintDialog

        from journal.ui.report.printing import make_printer

        printer = make_printer(self._paper)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, len(pages)))
        dialog.accepted.connect(lambda: self.printed(printer, pages))
        self._open(dialog)

    def printed(self, printer: Any, pages: tuple[bytes, ...]) -> None:
        """Print, and say what the printer may do."""
        from journal.ui.report.printing import print_pages

        if print_pages(printer, pages):
            self._context.say(_("The printer may keep a copy."), ())
        else:
            self._context.say(_("The printer could not be reached. Save the list as PDF and print that."), ())

    def ask_where(self, password: str) -> None:
        """Offer a neutral name; nothing is written before the person chose."""
        dialog = QFileDialog(self, "Leeward")
        dialog.setAccessibleName(_("Save the list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.selectFile(file_name(self._today))
        dialog.fileSelected.connect(lambda path: self.presenter.on_save(Path(path), self.name.text(), password))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _build(self) -> None:
        label = Body(_("Name on the list, if you like"))
        label.setBuddy(self.name)
        self.name.setAccessibleName(label.text())
        self.body.addWidget(label)
        self.body.addWidget(self.name)
        self.body.addWidget(Caption(_("The name is not kept.")))
        self.body.addWidget(self.handing_over)


def _show(path: Path) -> None:
    """Open the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

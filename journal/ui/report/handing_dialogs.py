"""How finished pages leave the window: through the system's dialogs, to a printer or into a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from journal.report.request import Paper
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.report.printing import make_printer, print_pages
from journal.ui.saying import Action
from journal.ui.widgets.save_dialog import ask_where_to_save

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class HandingDialogs:
    """The dialogs of one page. `unreached` is said where the printer can't be begun.

    `handed` is called when the pages were saved or printed; what it gives stands as buttons beside what is said.
    """

    def __init__(
        self,
        owner: QWidget,
        context: PageContext,
        title: str,
        unreached: str,
        handed: Callable[[], Sequence[Action]] = tuple,
    ) -> None:
        self._owner, self._context = owner, context
        self._title, self._unreached, self._handed = title, unreached, handed
        self.dialog: QDialog | None = None

    def ask_where(self, name: str, chosen: Callable[[Path], None]) -> None:
        """Ask for the place of a file of this name."""
        self.dialog = ask_where_to_save(self._owner, self._title, name, chosen)
        self.dialog.finished.connect(self._forget)

    def saved(self, path: Path) -> None:
        """Say that the file is there, and offer its folder."""
        self._context.say(
            _("Saved as {name}.").format(name=path.name), [(_("Open the folder"), lambda: _show(path)), *self._handed()]
        )

    def print_pages(self, pages: Sequence[bytes], paper: Paper) -> None:
        """Ask for the printer, then print."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = make_printer(paper)
        dialog = QPrintDialog(printer, self._owner)
        dialog.setMinMax(1, max(1, len(pages)))
        dialog.accepted.connect(lambda: self.printed(printer, pages))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        QDialog.open(dialog)  # QPrintDialog's own open() wants a receiver, and hides this one

    def printed(self, printer: QPrinter, pages: Sequence[bytes]) -> None:
        """Print, and say what the printer may do, or where the person let it print into a file."""
        if not print_pages(printer, pages):
            self._context.say(self._unreached, ())
        elif printer.outputFileName():
            self._context.say(_("Saved. Anyone who opens this computer can read this file."), self._handed())
        else:
            self._context.say(_("The printer may keep a copy."), self._handed())

    def _forget(self) -> None:
        self.dialog = None


def _show(path: Path) -> None:
    """Open the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

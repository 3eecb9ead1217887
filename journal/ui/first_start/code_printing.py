"""Printing the recovery code on paper, and nowhere else. QtPrintSupport is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


def print_code(text: str, parent: QWidget) -> str:
    """Let the person choose a printer and print; what is said afterwards, empty if it was left."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    if not has_printer():
        return _("No printer was found. Write the code down, or copy it.")
    printer = QPrinter()
    dialog = paper_dialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted or not goes_to_paper(printer):
        return ""
    document = QTextDocument()
    document.setPlainText(text)
    document.print_(printer)
    return _("The printer may keep a copy.")


def has_printer() -> bool:
    """Whether the system knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def paper_dialog(printer: QPrinter, parent: QWidget) -> QPrintDialog:
    """The system's dialog without printing to a file: the code would lie there for anyone to read."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    printer.setDocName(_("Notes"))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    return dialog


def goes_to_paper(printer: QPrinter) -> bool:
    """Whether a printer was chosen, and not a file after all."""
    from PySide6.QtPrintSupport import QPrinter

    return printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and not printer.outputFileName()

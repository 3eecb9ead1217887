"""Printing: the page images of the same document, through the system's print dialog.

QtPrintSupport is loaded on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from journal.report.request import Paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI = 300


def make_printer(paper: Paper) -> QPrinter:
    """A printer set to the report's paper, upright, without margins: the pages bring their own."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setResolution(DPI)
    printer.setDocName("Report")
    return printer


def print_pages(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Draw the chosen pages; False where the printer could not be begun."""
    chosen = chosen_pages(printer, pages)
    painter = QPainter()
    if not chosen or not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(chosen):
            if number:
                printer.newPage()
            image = QImage.fromData(page)
            painter.drawImage(fitting(painter.viewport(), image), image)
    finally:
        painter.end()
    return True


def chosen_pages(printer: QPrinter, pages: Sequence[bytes]) -> Sequence[bytes]:
    """The pages that the dialog asked for; all where it asked for none in particular."""
    first, last = printer.fromPage(), printer.toPage()
    return pages[first - 1 : last] if first and last else pages


def fitting(room: QRect, image: QImage) -> QRect:
    """The largest rectangle of the image's shape in the room, in its middle."""
    size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    fitted = QRect(room.topLeft(), size)
    fitted.moveCenter(room.center())
    return fitted

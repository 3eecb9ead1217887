"""The list of what salvage could and could not read. Shown, and written nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal.texts.salvage import kept_words, lines_of_lost
from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Heading, Subtitle
from journal.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from journal.store.salvage import SalvageReport


class SalvageList(QDialog):
    """What came along, and what did not."""

    def __init__(self, report: SalvageReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Leeward")
        self.resize(560, 520)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = ScrollPage()
        outer.addWidget(page)
        page.column.addWidget(Subtitle(_("What could be read of the damaged journal")))
        for each in report.tables:
            if each.kept:
                page.column.addWidget(Body(kept_words(each.table, each.kept)))
        page.column.addWidget(Heading(_("What could not be read")))
        for line in lines_of_lost(report):
            page.column.addWidget(Body(line))
        close = PrimaryButton(_("Close"))
        close.clicked.connect(self.accept)
        page.column.addWidget(FlowRow(close))
        page.column.addStretch(1)
        close.setFocus()

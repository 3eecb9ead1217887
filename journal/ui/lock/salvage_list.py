"""The list of what salvage could and could not read. Shown, and written nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journal.texts.salvage import kept_words, lines_of_lost
from journal.texts.translation import _
from journal.ui.widgets.labels import Body, Heading
from journal.ui.widgets.reading_dialog import ReadingDialog

if TYPE_CHECKING:
    from journal.store.salvage import SalvageReport


class SalvageList(ReadingDialog):
    """What came along, and what did not."""

    def __init__(self, report: SalvageReport, parent: QWidget | None = None) -> None:
        super().__init__(_("What could be read of the damaged journal"), parent)
        for each in report.tables:
            if each.kept:
                self.column.addWidget(Body(kept_words(each.table, each.kept)))
        self.column.addWidget(Heading(_("What could not be read")))
        for line in lines_of_lost(report):
            self.column.addWidget(Body(line))
        self.finish()

"""The lines of History as a list model, each to be found by what it stands for."""

from __future__ import annotations

from journal.ui.history.lines import EntryLine
from journal.ui.widgets.line_model import LineModel


class DayLines(LineModel[EntryLine]):
    """The lines of days, newest first."""

    def row_of(self, entry_id: str) -> int:
        """The row of an entry, or −1."""
        return next((row for row, line in enumerate(self.all) if line.entry_id == entry_id), -1)

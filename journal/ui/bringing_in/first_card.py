"""The first entries of a file as History will show them, and the places that can't be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy

from journal.texts.quotes import quoted
from journal.texts.translation import _
from journal.ui.bringing_in.line_list import LineList
from journal.ui.bringing_in.lines import Line
from journal.ui.bringing_in.state import UnreadState
from journal.ui.history.day_list import DayList
from journal.ui.history.lines import EntryLine
from journal.ui.settings.rows import button
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.save_dialog import ask_where_to_save

IN_SIGHT = 4


class FirstList(DayList):
    """The list of History, a few entries high."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self.setAccessibleName(_("The first entries, as they will look"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """High enough for a few entries; the rest is scrolled."""
        rows = range(min(IN_SIGHT, self.lines.rowCount()))
        return QSize(super().sizeHint().width(), sum(self.sizeHintForRow(row) for row in rows) + 4)

    def minimumSizeHint(self) -> QSize:
        """No lower than it wants to be."""
        return QSize(120, self.sizeHint().height())


class FirstCard(Card):
    """Shows the first entries."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(_("The first entries, as they will look"))
        self.list = FirstList(theme)
        self.body.addWidget(self.list)
        self._lines: tuple[EntryLine, ...] = ()

    def render_state(self, lines: Sequence[EntryLine]) -> None:
        """Show these entries."""
        self.setVisible(bool(lines))
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.list.refresh_lines(lines)
            self.list.updateGeometry()


class UnreadCard(Card):
    """What can't be read: line, column, text and reason. `save_wanted` carries where the whole list goes."""

    save_wanted = Signal(Path)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(_("Not read"))
        self.words, self.more = Body(), Caption()
        self.list = LineList(_("Places that can’t be read"), theme, rows=5)
        self.save = button(_("Save the whole list…"), self._on_save)
        note = Caption(_("The list holds words of your file. Anyone who opens this computer can read it."))
        for widget in (self.words, self.list, self.more, FlowRow(self.save), note):
            self.body.addWidget(widget)

    def render_state(self, unread: UnreadState) -> None:
        """Show the places."""
        self.setVisible(bool(unread.words))
        self.words.setText(unread.words)
        self.more.setText(unread.more)
        self.more.setVisible(bool(unread.more))
        self.list.show_lines([_line(cell.line, cell.column, cell.text, cell.why_shown()) for cell in unread.lines])

    def _on_save(self) -> None:
        name = _("Not read") + ".csv"
        ask_where_to_save(self, self.save.text(), name, self.save_wanted.emit)


def _line(line: int, column: str, text: str, why: str) -> Line:
    place = _("line {line}, {column}").format(line=line, column=column) if column else _("line {n}").format(n=line)
    return Line(place, why, quoted(" ".join(text.split())) if text else "")

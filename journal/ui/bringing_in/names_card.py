"""The names of a file: a list to go through, and under it what becomes of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from journal.texts.translation import _
from journal.ui.bringing_in.line_list import LineList, show_form
from journal.ui.bringing_in.lines import Line
from journal.ui.bringing_in.name_form import NameForm, ways_of
from journal.ui.bringing_in.names_state import NamesState
from journal.ui.settings.rows import button
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption

MANY = 12
"""From so many names on they can be searched."""


class NamesCard(Card):
    """`way_chosen` carries the row of a name and where it goes; `answered` its answer in full."""

    way_chosen = Signal(int, str)
    answered = Signal(object)
    all_out_wanted = Signal()

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(_("Names in the file"))
        self._state = NamesState()
        self.words = Caption(
            _(
                "Each name goes to an item of yours, makes a new one, or is left out. "
                "What you choose is kept for the next file."
            )
        )
        self.summary = Body()
        self.finder = TextField()
        self.finder.setPlaceholderText(_("Find a name"))
        self.finder.setAccessibleName(_("Find a name"))
        self.list = LineList(_("Names in the file"), theme, rows=5)
        self.form = NameForm()
        self.all_out = button(_("Leave out what I did not choose"), self.all_out_wanted.emit)
        for widget in (self.words, self.summary, self.finder, self.list, Divider(), self.form, FlowRow(self.all_out)):
            self.body.addWidget(widget)
        self.finder.textChanged.connect(self._narrow)
        self.list.current.connect(self._on_current)
        self.list.entered_row.connect(lambda _row: show_form(self.form))
        self.form.way_chosen.connect(lambda way: self.way_chosen.emit(self.list.row, way))
        self.form.answered.connect(self.answered)
        self.form.next_wanted.connect(self._on_next)
        self.form.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))

    def render_state(self, state: NamesState) -> None:
        """Show the names; the one that is chosen stays chosen."""
        before, self._state = self._state, state
        medicines = any(row.question.proposal.medicine for row in state.rows)
        if before.ways != state.ways or not before.rows:
            self.form.offer(ways_of(state.ways, medicines=medicines))
        self.summary.setText(f"{state.summary}.")
        self.finder.setVisible(len(state.rows) >= MANY)
        if [row.question for row in before.rows] != [row.question for row in state.rows]:
            self.finder.clear()
        self.list.show_lines([Line(row.title, row.aside, row.becomes) for row in state.rows])
        self._on_current(self.list.row)

    def _on_current(self, row: int) -> None:
        if 0 <= row < len(self._state.rows):
            self.form.render_row(self._state.rows[row])

    def _on_next(self) -> None:
        if self.list.step(1):
            show_form(self.form)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().strip()
        for row, name in enumerate(self._state.rows):
            self.list.setRowHidden(row, wanted not in name.title.casefold())
        if self.list.row >= 0 and self.list.isRowHidden(self.list.row):
            shown = (row for row in range(len(self._state.rows)) if not self.list.isRowHidden(row))
            self.list.choose(next(shown, self.list.row))
        self.list.updateGeometry()

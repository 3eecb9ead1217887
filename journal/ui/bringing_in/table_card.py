"""The columns of a table: a list to go through, and under it what the one that is chosen is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from journal.exchange.table_mapping import Layout
from journal.texts.translation import _
from journal.ui.bringing_in.column_form import ColumnForm
from journal.ui.bringing_in.line_list import LineList, show_form
from journal.ui.bringing_in.lines import Line
from journal.ui.bringing_in.table_state import TableState
from journal.ui.settings.rows import ChoiceRow
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.labelled_rows import LabelledRows
from journal.ui.widgets.labels import Caption


class TableCard(Card):
    """`layout_chosen` carries a layout, `missing_typed` the words for an empty cell; the rest comes from `form`."""

    layout_chosen = Signal(str)
    missing_typed = Signal(str)

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(_("What the columns are"))
        self._state = TableState()
        self.words = Caption()
        self.each_row = ChoiceRow(
            _("Each row holds"),
            (
                (Layout.WIDE, _("a time, with a column for each item")),
                (Layout.LONG, _("one value, with its name beside it")),
            ),
        )
        self.missing = TextField()
        self.missing.setPlaceholderText(_("NA, -"))
        self.list = LineList(_("Columns"), theme, rows=5)
        self.form = ColumnForm()
        self._lay_out()
        self.each_row.chosen.connect(self.layout_chosen)
        self.missing.editingFinished.connect(self._on_missing)
        self.list.current.connect(self._on_current)
        self.list.entered_row.connect(lambda _row: show_form(self.form))
        self.form.next_wanted.connect(self._on_next)
        self.form.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))

    def render_state(self, state: TableState) -> None:
        """Show the columns; the one that is chosen stays chosen."""
        before, self._state = self._state, state
        guessed = _("These are guesses from what stands in the first rows. Look over each column.")
        known = _("As you said for the last table with these columns.")
        self.words.setText(known if state.remembered else guessed)
        self.each_row.set_value(Layout.LONG if state.long else Layout.WIDE)
        if before.ways != state.ways:
            self.form.way.offer(state.ways)
        if not self.missing.hasFocus():
            self.missing.setText(state.missing)
        self.list.show_lines([Line(each.name, each.samples, each.becomes) for each in state.columns])
        self._on_current(self.list.row)

    def _on_missing(self) -> None:
        if self.missing.text() != self._state.missing:
            self.missing_typed.emit(self.missing.text())

    def _on_current(self, row: int) -> None:
        if 0 <= row < len(self._state.columns):
            self.form.render_column(self._state.columns[row])

    def _on_next(self) -> None:
        if self.list.step(1):
            show_form(self.form)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        form = LabelledRows()
        form.add(_("Words that mean nothing was answered"), self.missing, wrap=True)
        self.body.addWidget(self.words)
        self.body.addWidget(self.each_row)
        self.body.addLayout(form)
        self.body.addWidget(self.list)
        self.body.addWidget(Divider())
        self.body.addWidget(self.form)

"""A card of questions: headings, end words over the columns, and a row for each question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.theme.source import ThemeSource
from journal.ui.today.card_state import CardState, GroupState
from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.end_words import EndWords
from journal.ui.widgets.labels import Caption, Subtitle
from journal.ui.widgets.number_row import NumberRow
from journal.ui.widgets.reading_order import read_in_order
from journal.ui.widgets.row_state import RowKind, RowState
from journal.ui.widgets.spoken_fold import speak_as_fold
from journal.ui.widgets.step_geometry import SIDE_PX
from journal.ui.widgets.step_row import StepRow

PADDING = 14
BETWEEN_GROUPS = 10


class FormCard(Card):
    """Keeps the widget of a question for as long as it is asked, so the keyboard stays where it is."""

    answered = Signal(str, object, object)
    """Item key, value or None, State or None."""

    opened = Signal()
    """The person opened a card that stood closed."""

    def __init__(self, state: CardState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme = theme
        self._state: CardState | None = None
        self._rows: dict[str, AnswerRow] = {}
        self._passing: list[QWidget] = []
        self._foot: QWidget | None = None
        self.setObjectName(f"card_{state.kind}")
        self.body.setContentsMargins(PADDING, 16, PADDING, 16)
        self.body.setSpacing(0)
        self._title = Subtitle()
        self._title.setContentsMargins(SIDE_PX, 0, SIDE_PX, 8)
        self._caption = Caption()
        self._caption.setContentsMargins(SIDE_PX, 0, SIDE_PX, 6)
        self.opener = QuietButton(_("Open these questions"), large=True)
        speak_as_fold(self.opener)
        self.opener.clicked.connect(self.opened)
        for widget in (self._title, self._caption):
            self.body.addWidget(widget)
        self.body.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.render_card(state, digits_move_on=True)

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The rows in order."""
        return tuple(self._rows[row.key] for row in self._state.rows) if self._state else ()

    def render_card(self, state: CardState, *, digits_move_on: bool) -> None:
        """Show other questions or other answers."""
        before, self._state = self._state, state
        self._title.setText(state.title)
        self._caption.setText(state.caption)
        self._caption.setVisible(bool(state.caption))
        self.setAccessibleName(state.title)
        self.opener.setVisible(not state.open)
        self.opener.setAccessibleName(state.title)
        self.opener.setAccessibleDescription(state.caption)
        for row in state.rows:
            self._render_row(row)
        if before is None or _plan(before) != _plan(state):
            self._lay_out(state)
        for widget in self._rows.values():
            if isinstance(widget, StepRow):
                widget.digits_move_on = digits_move_on

    def set_foot(self, foot: QWidget) -> None:
        """Let something stand under the rows, whichever they are."""
        self._foot = foot
        self.body.addWidget(foot)

    def _render_row(self, row: RowState) -> None:
        widget = self._rows.get(row.key)
        if widget is not None and _scale(widget.row) != _scale(row):
            self._drop(row.key)
            widget = None
        if widget is None:
            self._rows[row.key] = self._new_row(row)
        elif widget.row != row:
            widget.render_row(row)

    def _new_row(self, row: RowState) -> AnswerRow:
        widget = NumberRow(row, self._theme, self) if row.kind is RowKind.NUMBER else StepRow(row, self._theme, self)
        widget.answered.connect(self.answered)
        return widget

    def _drop(self, key: str) -> None:
        widget = self._rows.pop(key)
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()

    def _lay_out(self, state: CardState) -> None:
        for key in set(self._rows) - {row.key for row in state.rows}:
            self._drop(key)
        for widget in self._passing:
            widget.hide()
            widget.deleteLater()
        self._passing = []
        for widget in self._rows.values():
            self.body.removeWidget(widget)
        if state.open:
            for number, group in enumerate(state.groups):
                self._lay_out_group(state, group, first=number == 0)
        if self._foot is not None:
            self.body.removeWidget(self._foot)
            self.body.addWidget(self._foot)
        read_in_order(self)

    def _lay_out_group(self, state: CardState, group: GroupState, *, first: bool) -> None:
        if group.title or group.columns or (first and state.columns):
            line = EndWords(self._theme)
            own = (group.ends, group.columns) if group.columns else (state.ends if first else ("", ""), state.columns)
            line.show_words(group.title, *own)
            line.heading.setAccessibleDescription(group.description)
            line.setContentsMargins(0, 0, 0, 0)
            if not first:
                self._pass(_gap())
            self._pass(line)
        for row in group.rows:
            self.body.addWidget(self._rows[row.key])
            self._rows[row.key].show()

    def _pass(self, widget: QWidget) -> None:
        self._passing.append(widget)
        self.body.addWidget(widget)
        widget.show()


def _gap() -> QWidget:
    gap = QWidget()
    gap.setFixedHeight(BETWEEN_GROUPS)
    return gap


def _scale(row: RowState) -> tuple[object, ...]:
    """What a row's widget is built for; another scale needs another widget."""
    return (row.kind, row.steps, row.unit, row.minimum, row.maximum)


def _plan(state: CardState) -> tuple[object, ...]:
    """What the layout depends on: which rows stand in which group, not their answers."""
    groups = tuple(
        (group.title, group.ends, group.columns, tuple((row.key, _scale(row)) for row in group.rows))
        for group in state.groups
    )
    return (state.open, state.ends, groups)

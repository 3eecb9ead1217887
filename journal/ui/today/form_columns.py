"""The cards of a check-in in their columns, and the way of the keyboard through them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from journal.app.forms import SectionKind
from journal.texts.translation import _
from journal.ui.theme.source import ThemeSource
from journal.ui.today.card_state import CardState
from journal.ui.today.dose_card import DoseCard
from journal.ui.today.form_card import FormCard
from journal.ui.today.header import ColumnsHeader
from journal.ui.today.state import TodayState
from journal.ui.today.two_columns import TwoColumns
from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Subtitle
from journal.ui.widgets.note_field import NoteField
from journal.ui.widgets.reading_order import read_in_order
from journal.ui.widgets.safety_line import SafetyLine, Support
from journal.ui.widgets.tag_field import TagField

SIDE_KINDS = (SectionKind.NIGHT, SectionKind.EVENING)
"""What stands in the second column; the note follows. The rest needs the room of the first."""

AHEAD_PX = 84
"""Beyond the row with the keyboard this much stays in sight: the next row."""


class FormColumns(QWidget):
    """Renders the cards of a state; `rows` are in the order of the keyboard."""

    answered = Signal(str, object, object)
    body_opened = Signal()
    still_skipped = Signal()
    """Nothing more is to be asked now about side effects from before."""

    plan_wanted = Signal()
    goals_wanted = Signal()

    def __init__(
        self, header: ColumnsHeader, theme: ThemeSource, support: Support, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: dict[SectionKind, FormCard] = {}
        self._support = support
        self.still: SafetyLine | None = None
        self.skip: TextButton | None = None
        self.goals: TextButton | None = None
        self.doses = DoseCard()
        self.note = NoteField()
        self.note_card = Card()
        self.note_card.setAccessibleName(_("Note"))
        self.note_card.body.addWidget(Subtitle(_("Note")))
        self.note_card.body.addWidget(self.note, 1)
        self.tags = TagField()
        self.note_card.body.addWidget(self.tags)
        self.note.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.columns = TwoColumns(header, theme)
        self._build()

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """Every row that can be reached, first column first."""
        order = [kind for kind in SectionKind if kind not in SIDE_KINDS] + list(SIDE_KINDS)
        return tuple(row for kind in order if kind in self._cards for row in self._cards[kind].rows)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Everything the Tab key reaches here, in order."""
        stops: list[QWidget] = []
        for kind in [kind for kind in SectionKind if kind not in SIDE_KINDS] + list(SIDE_KINDS):
            card = self._cards.get(kind)
            if card is not None:
                stops += [card.opener, *(row.focus_target() for row in card.rows)]
            if kind is SectionKind.SAFETY and card is not None and self.still is not None:
                stops += self.still.buttons
            if kind is SectionKind.STILL_THERE and self.skip is not None:
                stops.append(self.skip)
            if kind is SectionKind.GOALS and self.goals is not None:
                stops.append(self.goals)
            if kind is SIDE_KINDS[-1]:
                stops += self.doses.stops
        return (*stops, self.note.edit, self.note.shared, *self.tags.stops)

    def card(self, kind: SectionKind) -> FormCard | None:
        """The card of a section, if it is shown."""
        return self._cards.get(kind)

    def render_state(self, state: TodayState) -> bool:
        """Show the cards; true when other rows stand here than before."""
        before = self.rows
        others = self.doses.render_doses(state.doses)
        shown = {card.kind for card in state.cards}
        for kind in set(self._cards) - shown:
            self._remove(kind)
        for card in state.cards:
            self._render_card(card, state)
        self.note_card.setVisible(not state.short)
        self.columns.show_second(shown=not state.short)
        if others:
            self.columns.settle_anew()
        return others or self.rows != before

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self.columns.scroll_to_top()

    def _render_card(self, card: CardState, state: TodayState) -> None:
        widget = self._cards.get(card.kind)
        if widget is None:
            widget = FormCard(card, self._theme)
            widget.answered.connect(self.answered)
            widget.opened.connect(self.body_opened)
            self._cards[card.kind] = widget
            self._insert(card.kind, widget)
        widget.render_card(card, digits_move_on=state.digits_move_on)

    def _insert(self, kind: SectionKind, widget: FormCard) -> None:
        """Put a new card where its kind belongs."""
        side = kind in SIDE_KINDS
        order = [other for other in SectionKind if (other in SIDE_KINDS) == side]
        before = sum(1 for other in order[: order.index(kind)] if other in self._cards)
        column = self.columns.side if side else self.columns.main
        _layout_of(column).insertWidget(before, widget)
        read_in_order(column)
        if kind is SectionKind.SAFETY:
            self.still = SafetyLine(self._support)
            self.still.plan_wanted.connect(self.plan_wanted)
            widget.set_foot(self.still)
        if kind is SectionKind.STILL_THERE:
            self.skip = TextButton(_("Skip"), large=True)
            self.skip.clicked.connect(self.still_skipped)
            widget.set_foot(FlowRow(self.skip))
        if kind is SectionKind.GOALS:
            self.goals = TextButton(_("Change goals"), large=True)
            self.goals.clicked.connect(self.goals_wanted)
            widget.set_foot(FlowRow(self.goals))

    def _remove(self, kind: SectionKind) -> None:
        card = self._cards.pop(kind)
        if kind is SectionKind.SAFETY:
            self.still = None
        if kind is SectionKind.STILL_THERE:
            self.skip = None
        if kind is SectionKind.GOALS:
            self.goals = None
        card.hide()
        card.setParent(None)
        card.deleteLater()

    def _build(self) -> None:
        side = _layout_of(self.columns.side)
        side.addWidget(self.doses)
        side.addWidget(self.note_card, 1)
        _layout_of(self.columns.main).addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002
        if now is None or not self.columns.isAncestorOf(now):
            return
        card = self._cards.get(SectionKind.SAFETY)
        if card is not None and self.still is not None and card.isAncestorOf(now):
            self.columns.bring_into_view(self.still, 8)  # with a question of safety its line is in sight too
        self.columns.bring_into_view(now, AHEAD_PX)


def _layout_of(column: QWidget) -> QVBoxLayout:
    layout = column.layout()
    if not isinstance(layout, QVBoxLayout):
        raise TypeError("a column has a vertical layout")
    return layout

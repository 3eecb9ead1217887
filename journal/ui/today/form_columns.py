"""The cards of a check-in in two columns that scroll on their own, or in one where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from journal.app.forms import SectionKind
from journal.texts.translation import _
from journal.ui.theme.source import ThemeSource
from journal.ui.today.card_state import CardState
from journal.ui.today.dose_card import DoseCard
from journal.ui.today.form_card import FormCard
from journal.ui.today.header import ColumnsHeader
from journal.ui.today.safety_line import SafetyLine, Support
from journal.ui.today.state import TodayState
from journal.ui.widgets.answer_row import AnswerRow
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Subtitle
from journal.ui.widgets.note_field import NoteField

SIDE_KINDS = (SectionKind.NIGHT, SectionKind.EVENING)
"""What stands in the second column; the note follows. The rest needs the room of the first."""

MARGIN = 34
BETWEEN = 18
TWO_COLUMNS_PX = 720
SIDE_SHARE = 0.35
SIDE_LEAST_PX, SIDE_MOST_PX = 252, 350
AHEAD_PX = 84
"""Beyond the row with the keyboard this much stays in sight: the next row."""


class FormColumns(QWidget):
    """Renders the cards of a state; `rows` are in the order of the keyboard."""

    answered = Signal(str, object, object)
    body_opened = Signal()
    still_skipped = Signal()
    """Nothing more is to be asked now about side effects from before."""

    plan_wanted = Signal()

    def __init__(
        self, header: ColumnsHeader, theme: ThemeSource, support: Support, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._header = header
        self._theme = theme
        self._cards: dict[SectionKind, FormCard] = {}
        self._narrow: bool | None = None
        self._support = support
        self.still: SafetyLine | None = None
        self.skip: TextButton | None = None
        self.doses = DoseCard()
        self.note = NoteField()
        self.note_card = Card()
        self.note_card.setAccessibleName(_("Note"))
        self.note_card.body.addWidget(Subtitle(_("Note")))
        self.note_card.body.addWidget(self.note, 1)
        self._main, self._side = _column(), _column()
        self._main_area, self._side_area = _area(), _area()
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
            if kind is SIDE_KINDS[-1]:
                stops += self.doses.stops
        return (*stops, self.note.edit, self.note.shared)

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
        self._side.setVisible(not state.short)
        self._side_area.setVisible(not state.short and not self._narrow)
        self._arrange()
        return others or self.rows != before

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self._main_area.verticalScrollBar().setValue(0)
        self._side_area.verticalScrollBar().setValue(0)

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
        layout = self._layout_of(self._side if side else self._main)
        layout.insertWidget(before, widget)
        if kind is SectionKind.SAFETY:
            self.still = SafetyLine(self._support)
            self.still.plan_wanted.connect(self.plan_wanted)
            widget.set_foot(self.still)
        if kind is SectionKind.STILL_THERE:
            self.skip = TextButton(_("Skip"), large=True)
            self.skip.clicked.connect(self.still_skipped)
            widget.set_foot(FlowRow(self.skip))

    def _remove(self, kind: SectionKind) -> None:
        card = self._cards.pop(kind)
        if kind is SectionKind.SAFETY:
            self.still = None
        if kind is SectionKind.STILL_THERE:
            self.skip = None
        card.hide()
        card.setParent(None)
        card.deleteLater()

    def _build(self) -> None:
        side = self._layout_of(self._side)
        side.addWidget(self.doses)
        side.addWidget(self.note_card, 1)
        self._layout_of(self._main).addStretch(1)
        for area, inner in ((self._main_area, self._main), (self._side_area, self._side)):
            holder = _column()
            self._layout_of(holder).addWidget(inner)
            area.setWidget(holder)
        columns = QHBoxLayout()
        columns.addWidget(self._main_area, 1)
        columns.addWidget(self._side_area)
        self._whole = QVBoxLayout(self)
        for layout in (columns, self._whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._whole.addWidget(self._header)
        self._whole.addLayout(columns, 1)
        self._theme.changed.connect(self._arrange)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between one and two columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < TWO_COLUMNS_PX * max(1.0, self._theme.scale * 0.92)
        inner = self.width() - 2 * MARGIN - BETWEEN
        side = max(SIDE_LEAST_PX, min(SIDE_MOST_PX, round(inner * SIDE_SHARE)))
        self._side_area.setFixedWidth(side + BETWEEN // 2 + MARGIN)
        if narrow != self._narrow:
            self._narrow = narrow
            home = self._main_area if narrow else self._side_area
            self._layout_of(home.widget()).addWidget(self._side)
            self._side_area.setVisible(not narrow and not self._side.isHidden())
            self._place_header(narrow=narrow)
        self._margins(self._main_area, MARGIN, MARGIN if narrow or self._side.isHidden() else BETWEEN // 2)
        self._margins(self._side_area, BETWEEN // 2, MARGIN)

    def _place_header(self, *, narrow: bool) -> None:
        """Above the columns; with one column it scrolls along, because there is little height."""
        self._header.stand_alone(alone=not narrow)
        if narrow:
            self._layout_of(self._main_area.widget()).insertWidget(0, self._header)
        else:
            self._whole.insertWidget(0, self._header)

    def _margins(self, area: QScrollArea, left: int, right: int) -> None:
        self._layout_of(area.widget()).setContentsMargins(left, 6, right, 12)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002
        for area in (self._main_area, self._side_area):
            inside = area.widget()
            if now is not None and inside is not None and inside.isAncestorOf(now):
                self._show_safety_line(area, now)
                area.ensureWidgetVisible(now, 8, AHEAD_PX)

    def _show_safety_line(self, area: QScrollArea, now: QWidget) -> None:
        """With a question of safety its line is in sight too."""
        card = self._cards.get(SectionKind.SAFETY)
        if card is not None and self.still is not None and card.isAncestorOf(now):
            area.ensureWidgetVisible(self.still, 8, 8)

    @staticmethod
    def _layout_of(widget: QWidget | None) -> QVBoxLayout:
        layout = widget.layout() if widget is not None else None
        if not isinstance(layout, QVBoxLayout):
            raise TypeError("a column has a vertical layout")
        return layout


def _column() -> QWidget:
    column = QWidget()
    column.setProperty("role", "column")
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(BETWEEN)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    column.setSizePolicy(policy)
    return column


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area

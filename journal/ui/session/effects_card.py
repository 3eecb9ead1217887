"""Side effects: when and how strong, each drawn as it was entered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.session.effect_details import EffectDetails
from journal.ui.session.effect_row import EffectRow, TimeLine
from journal.ui.session.effects_state import Chip, EffectsState, EffectState
from journal.ui.session.half_effect import HalfEffect
from journal.ui.session.state import SessionState
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, Strong


class EffectsCard(Card):
    """Renders an `EffectsState`. `details` of the open row stand under it."""

    added = Signal(str)
    expanded = Signal(str)
    onward = Signal()
    rearranged = Signal()
    """Other controls stand here than before."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(_("Side effects \u2013 when and how strong"), parent)
        self._theme = theme
        self.rows: dict[str, EffectRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.details, self.line, self.half = EffectDetails(), TimeLine(theme), HalfEffect(theme)
        self.none = Caption()
        self.add = Strong(_("Add a side effect"))
        self.chips: list[QuietButton] = []
        self.others = ComboBox()
        self._chip_row = FlowRow()
        self._state = EffectsState()
        self._begins = False
        self._build()

    def render_state(self, state: SessionState) -> None:
        """Show the side effects."""
        self.setVisible(state.effects_shown)
        self.render_effects(state.effects)

    def render_effects(self, effects: EffectsState) -> None:
        """Show the rows, what is being entered, and what can be added."""
        before, self._state = self._state, effects
        self._render_rows(effects)
        first = next(iter(self.rows.values()), None)
        self.line.render_ticks(effects.ticks, first)
        self.none.setText(effects.none)
        self.none.setVisible(bool(effects.none))
        self.half.render_half(effects.half, effects.levels)
        if (effects.chips, effects.others) != (before.chips, before.others):
            self._render_chips(effects)
        if effects.half is not None and self._begins:
            self._begins = False
            self.half.begin()
        if _shape(effects) != _shape(before):
            self.rearranged.emit()

    def take_focus(self) -> None:
        """Bring the keyboard to the first side effect that can be added."""
        target = self.chips[0] if self.chips else self.others
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: ARG002
        """The keyboard comes here with Enter from the question before."""
        self.take_focus()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.half.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go along the buttons, digits press them, down goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self.chips:
            return self._on_key(self.chips.index(watched), event)
        return super().eventFilter(watched, event)

    def _on_key(self, place: int, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            stops = [*self.chips, self.others]
            stops[max(0, min(len(stops) - 1, place + step))].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() == Qt.Key.Key_Down:
            self.onward.emit()
            return True
        return False

    def _render_rows(self, effects: EffectsState) -> None:
        labels = tuple(row.label for row in effects.rows)
        endings = tuple(row.ending for row in effects.rows)
        shown = {row.item_id for row in effects.rows}
        for gone in set(self.rows) - shown:
            widget = self.rows.pop(gone)
            widget.hide()
            widget.deleteLater()
        for place, row in enumerate(effects.rows):
            widget = self.rows.get(row.item_id) or self._made(row)
            widget.render_effect(row, labels, endings)
            self._list.insertWidget(place, widget)
        opened = next((place for place, row in enumerate(effects.rows) if row.expanded), None)
        if opened is not None:
            self._list.insertWidget(opened + 1, self.details)
            self.details.render_effect(effects.rows[opened], effects.levels)
        self.details.setVisible(opened is not None)

    def _made(self, row: EffectState) -> EffectRow:
        widget = self.rows[row.item_id] = EffectRow(row, self._theme)
        widget.clicked.connect(lambda: self.expanded.emit(row.item_id))
        return widget

    def _render_chips(self, effects: EffectsState) -> None:
        old, had = self.chips, any(chip.hasFocus() for chip in self.chips)
        self.chips = [self._chip(chip) for chip in effects.chips]
        self._chip_row.put(*self.chips, self.others)
        self.others.clear()
        self.others.addItem(_("Something else"), "")
        for other in effects.others:
            self.others.addItem(other.label, other.item_id)
        for chip in self.chips:
            chip.show()  # at once: what is hidden can't take the keyboard
        if had:
            self.take_focus()
        for chip in old:
            chip.hide()
            chip.deleteLater()

    def _chip(self, chip: Chip) -> QuietButton:
        button = QuietButton(chip.label, large=True)
        button.setAccessibleDescription(_("Add this side effect"))
        button.clicked.connect(lambda: self._add(chip.item_id))
        button.installEventFilter(self)
        return button

    def _add(self, item_id: str) -> None:
        self._begins = True
        self.added.emit(item_id)

    def _on_other(self) -> None:
        item_id = self.others.currentData()
        self.others.setCurrentIndex(0)
        if item_id:
            self._add(str(item_id))

    def _build(self) -> None:
        self.others.setMinimumHeight(44)
        self.others.setMinimumContentsLength(14)
        words = _("Add something else")
        self.others.setAccessibleName(words)
        self.others.setAccessibleDescription(words)  # its name is what was chosen, as no label stands beside it
        self.others.activated.connect(lambda _index: self._on_other())
        self._list.addWidget(self.details)
        self.body.addLayout(self._list)
        for widget in (self.line, self.none, self.half, self.add, self._chip_row):
            self.body.addWidget(widget)
        for hidden in (self.none, self.half, self.details):
            hidden.hide()


def _shape(effects: EffectsState) -> tuple[object, ...]:
    """What decides which controls there are."""
    rows = tuple((row.item_id, row.expanded, len(row.points)) for row in effects.rows)
    return rows, effects.chips, effects.half is None

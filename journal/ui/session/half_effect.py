"""A side effect entered afterwards: how strong at its strongest, and three times after the start."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.model.entries import State
from journal.texts.translation import _
from journal.ui.session.effects_state import HalfState
from journal.ui.session.state import TextState
from journal.ui.session.typed_field import TypedField
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, Strong
from journal.ui.widgets.row_state import RowState, Step
from journal.ui.widgets.step_row import StepRow

FIELD_PX = 118


class LevelRow(StepRow):
    """How strong it was: five steps, without "not applicable"."""

    def _give_not_applicable(self) -> None:
        """There is nothing to mark here: the side effect can be left out."""


class HalfEffect(QFrame):
    """Enter in any field is done with it, a digit chooses the level and goes on to the first time."""

    level_given = Signal(object)
    minutes_given = Signal(str, str)
    done = Signal()
    left_out = Signal()

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item_id = ""
        self.title = Strong()
        self.level = LevelRow(level_row(("",) * 5, None), theme)
        self.peak = TypedField("peak", _("Strongest after"), base_px=FIELD_PX)
        self.began = TypedField("began", _("Began after"), base_px=FIELD_PX)
        self.gone = TypedField("gone", _("Gone after"), base_px=FIELD_PX)
        self.enough = QuietButton(_("Add it"), large=True)
        self.leave = TextButton(_("Leave it out"), large=True)
        self._build()

    @property
    def fields(self) -> tuple[TypedField, ...]:
        """The three times."""
        return (self.peak, self.began, self.gone)

    def render_half(self, half: HalfState | None, words: tuple[str, ...]) -> None:
        """Show what was entered so far, or nothing."""
        self.setVisible(half is not None)
        if half is None:
            self._item_id = ""
            return
        self.title.setText(half.label)
        row = level_row(words, half.level)
        if row != self.level.row:
            self.level.render_row(row)
        for field in self.fields:
            field.render_text(TextState(half.texts[field.key], half.hints.get(field.key, "")))
        if half.item_id != self._item_id:
            self._item_id = half.item_id
            self.setAccessibleName(half.label)

    def begin(self) -> None:
        """Bring the keyboard to the first question."""
        self.level.take_focus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over what is half typed."""
        for field in self.fields:
            field.edit.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it out, Enter is done with it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left_out.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enough()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(8)
        times = FlowRow(*self.fields, spacing=12, top=True)
        for widget in (self.title, self.level, Caption(_("Minutes after the start")), times):
            box.addWidget(widget)
        box.addWidget(FlowRow(self.enough, self.leave))
        self.level.answered.connect(self._on_level)
        self.level.onward.connect(lambda *_given: self.peak.edit.setFocus(Qt.FocusReason.TabFocusReason))
        for field in self.fields:
            field.typed.connect(self.minutes_given)
            field.onward.connect(self._on_enough)
        self.enough.clicked.connect(self._on_enough)
        self.leave.clicked.connect(self.left_out)

    def _on_level(self, _key: str, value: float | None, state: State | None) -> None:
        self.level_given.emit(int(value) if state is State.RATED and value is not None else None)

    def _on_enough(self) -> None:
        self.flush()
        self.done.emit()


def level_row(words: tuple[str, ...], level: int | None) -> RowState:
    """The five levels as a row of Today."""
    return RowState(
        key="level",
        label=_("At its strongest"),
        steps=tuple(Step(float(n), str(n), word) for n, word in enumerate(words)),
        value=None if level is None else float(level),
        state=None if level is None else State.RATED,
    )

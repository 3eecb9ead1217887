"""A question with few answers: the round steps and words of Today, without "not applicable"."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from journal.model.entries import State
from journal.texts.translation import _
from journal.ui.session.state import ChoiceState
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.row_state import RowKind, RowState, Step
from journal.ui.widgets.step_geometry import BOTTOM_PX, StepGeometry
from journal.ui.widgets.step_row import StepRow


class ChoiceRow(StepRow):
    """One tab stop; digits choose and go on. `first_figure` is the digit of the first answer."""

    chosen = Signal(str, str)
    """The question's key and the value, empty where the answer was taken away."""

    def __init__(self, key: str, choice: ChoiceState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        self._values = tuple(value for value, _words in choice.choices)
        super().__init__(row_of(key, choice), theme, parent)
        self.answered.connect(self._on_answered)

    def render_choice(self, choice: ChoiceState) -> None:
        """Show another answer."""
        self.setVisible(choice.shown)
        row = row_of(self.row.key, choice)
        if row != self.row:
            self.render_row(row)

    def arranged(self, width: int) -> StepGeometry:
        """Without the line under the answers: their words stand on them."""
        place = super().arranged(width)
        return replace(place, height=place.word_line.y() + BOTTOM_PX)

    def _give_not_applicable(self) -> None:
        """Leaving a question empty says as much here."""

    def _on_answered(self, key: str, value: float | None, state: State | None) -> None:
        if state is State.RATED and value is not None:
            index = next(n for n, step in enumerate(self.row.steps) if step.value == value)
            self.chosen.emit(key, self._values[index])
        elif state is None:
            self.chosen.emit(key, "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer with the pointer what Backspace does."""
        menu = QMenu(self)
        clear = QAction(_("Clear the answer"), menu)
        clear.triggered.connect(self.clear_answer)
        menu.addAction(clear)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())


def row_of(key: str, choice: ChoiceState) -> RowState:
    """The question as a row. Values that are figures are their own digits; other answers count from 1."""
    figures = [value if value.isdigit() else str(n) for n, (value, _words) in enumerate(choice.choices, 1)]
    steps = tuple(
        Step(float(figure), figure, words) for figure, (_value, words) in zip(figures, choice.choices, strict=True)
    )
    values = [value for value, _words in choice.choices]
    at = values.index(choice.value) if choice.value in values else None
    return RowState(
        key=key,
        label=choice.label,
        kind=RowKind.WORDS,
        steps=steps,
        value=None if at is None else steps[at].value,
        state=None if at is None else State.RATED,
    )

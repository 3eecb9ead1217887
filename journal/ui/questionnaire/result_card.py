"""The card under the questions: what the answers come to."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.questionnaire.results import ResultState
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Body, Caption, Strong
from journal.ui.widgets.laid_out import widgets_of


class ResultCard(Card):
    """The total first, what follows from it under it, and quietly how it can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What it comes to"), parent)
        self.total = Strong()
        self.total.setProperty("role", "subtitle")
        self._lines, self._foot = QVBoxLayout(), QVBoxLayout()
        self.body.addWidget(self.total)
        self.body.addLayout(self._lines)
        self.body.addLayout(self._foot)

    def render_result(self, result: ResultState) -> None:
        """Show what the answers come to; nothing to say hides the card."""
        self.total.setText(result.total)
        self.total.setVisible(bool(result.total))
        _fill(self._lines, result.lines, Body)
        _fill(self._foot, result.foot, Caption)
        self.setVisible(bool(result.total or result.lines or result.foot))


def _fill(column: QVBoxLayout, lines: tuple[str, ...], kind: type[Body | Caption]) -> None:
    while column.count() < len(lines):
        column.addWidget(kind())
    for place, label in enumerate(widgets_of(column)):
        if isinstance(label, (Body, Caption)):
            label.setText(lines[place] if place < len(lines) else "")
            label.setVisible(place < len(lines))

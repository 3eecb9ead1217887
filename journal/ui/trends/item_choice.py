"""The list of items to choose for the charts, opened under its button."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.app.trends import Choice
from journal.texts.translation import _
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Heading

BETWEEN_PX = 20
"""So that a box stands nearer to its own words than to those before it."""


class ItemChoice(Card):
    """Tick what is shown; each tick takes effect at once."""

    chosen = Signal(list)
    """The keys that are ticked now, in order; none for the usual ones."""

    built = Signal()
    """Other items are offered than before."""

    closed = Signal()
    """The list was closed with its button or Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Items shown"), parent)
        self._boxes: dict[str, CheckBox] = {}
        self._offered: tuple[Choice, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)
        self.usual = TextButton(_("Show the usual ones"))
        self.usual.clicked.connect(lambda: self.chosen.emit([]))
        self.close_button = QuietButton(_("Done"))
        self.close_button.clicked.connect(self.closed)
        self.body.addWidget(FlowRow(self.close_button, self.usual))

    def show_choices(self, choices: tuple[Choice, ...], chosen: frozenset[str]) -> None:
        """Show what can be chosen, and what is."""
        if choices != self._offered:
            self._offered = choices
            self._build(choices)
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in chosen)
            box.blockSignals(False)

    def take_focus(self) -> None:
        """Bring the keyboard to the first item."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, choices: Iterable[Choice]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._boxes.clear()
        groups: dict[str, list[Choice]] = {}
        for choice in choices:
            groups.setdefault(choice.group, []).append(choice)
        for group, members in groups.items():
            if group:
                heading = Heading(group)
                heading.setContentsMargins(0, 8, 0, 0)
                self._list.addWidget(heading)
            self._list.addWidget(FlowRow(*(self._box(member) for member in members), spacing=BETWEEN_PX))
        self.built.emit()

    def _box(self, choice: Choice) -> CheckBox:
        box = CheckBox(choice.label)
        box.toggled.connect(self._on_toggled)
        self._boxes[choice.key] = box
        return box

    def _on_toggled(self) -> None:
        self.chosen.emit([key for key, box in self._boxes.items() if box.isChecked()])

"""The reminder as a line over whatever the window shows, locked or open: it stands still until it is answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _, ngettext
from journal.ui.context import Action
from journal.ui.widgets.calm_bar import CalmBar
from journal.ui.widgets.scroll_page import MARGIN

SNOOZE_MINUTES = (10, 60)
OVER_PX = 10


class ReminderLine(QWidget):
    """The person's words, and the ways to put them off."""

    put_away = Signal()
    snoozed = Signal(int)
    """For so many minutes."""
    not_today = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = CalmBar()
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, OVER_PX, MARGIN, OVER_PX)
        box.addWidget(self.bar)
        self.bar.closed.connect(self._on_closed)
        self.hide()

    def stand(self, text: str, more: Sequence[Action] = ()) -> None:
        """Show the words, with further buttons before those that put it off."""
        self.bar.say(text, [*more, *self._ways()])
        self.show()

    def go(self) -> None:
        """It is answered."""
        self.hide()
        self.bar.hide()

    def _ways(self) -> list[Action]:
        ten, hour = SNOOZE_MINUTES
        in_ten = ngettext("In {n} minute", "In {n} minutes", ten).format(n=ten)
        return [
            (in_ten, lambda: self.snoozed.emit(ten)),
            (_("In an hour"), lambda: self.snoozed.emit(hour)),
            (_("Not today"), self.not_today.emit),
        ]

    def _on_closed(self) -> None:
        self.hide()
        self.put_away.emit()

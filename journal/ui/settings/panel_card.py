"""A card in which one thing at a time opens in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.announcement import announce
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import PassphraseField
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.tab_order import put_in_place


class PanelCard(Card):
    """`show_panel` opens; Escape puts it away and gives the keyboard back to what opened it."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.panel: QWidget | None = None
        self._opener: QWidget | None = None
        self._stays = False

    def show_panel(self, panel: QWidget, opener: QWidget | None = None, *, stays: bool = False) -> None:
        """Open a panel in the place of what is open. One that `stays` is not put away by Escape."""
        self.close_panel()
        self.panel, self._opener, self._stays = panel, opener, stays
        self.body.addWidget(panel)
        panel.show()
        put_in_place(self)
        panel.setFocus()

    def close_panel(self) -> None:
        """Put away what is open."""
        if self.panel is not None:
            self.body.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def put_away(self) -> None:
        """Put away what is open, because the person wants it so."""
        self.close_panel()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts away what is open."""
        if event.key() == Qt.Key.Key_Escape and self.panel is not None and not self._stays:
            self.put_away()
        else:
            super().keyPressEvent(event)


class Panel(QWidget):
    """Widgets below each other, and a line for what keeps them from being taken."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.problem = Caption()
        self.problem.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 6, 0, 0)
        self.column.setSpacing(10)
        for widget in widgets:
            self.column.addWidget(widget)

    def say_problem(self, words: str) -> None:
        """Say what keeps this from being taken; empty takes it away."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self.problem, words)

    def set_busy(self, busy: bool) -> None:
        """Take nothing while the work goes on, and say so."""
        if busy:
            self.say_problem(_("A moment…"))
        self.setEnabled(not busy)


class PassphraseAsked(QWidget):
    """The passphrase that holds now, typed once more. `entered` is called by Enter."""

    def __init__(self, entered: Callable[[], None]) -> None:
        super().__init__()
        label, self.field = Body(_("Your passphrase, once more")), PassphraseField(_("Your passphrase, once more"))
        label.setBuddy(self.field.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self.field)
        self.field.edit.returnPressed.connect(entered)
        self.setFocusProxy(self.field)

    @property
    def typed(self) -> str:
        """What was typed."""
        return self.field.text()

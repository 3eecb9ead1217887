"""The calm bar: what happened and what can be done, in one place, never in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from journal.texts.translation import _
from journal.ui.saying import Action, takes_back
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body


class CalmBar(QFrame):
    """One sentence and its buttons. It stays until closed or until the next one.

    One with a way back goes with the page it was said on: over another page, nobody knows what it would undo. It
    goes too once something else was changed (`WayBack`).
    """

    closed = Signal()
    offered = Signal()
    """A way back is offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "calm")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        self._words = Body()
        row.addWidget(self._words, 1)
        self._row = row
        self._buttons: FlowRow | None = None
        self._of_page = self._way_back = False
        self._aside = False
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, or empty."""
        return "" if self.isHidden() else self._words.text()

    @property
    def offers(self) -> bool:
        """Whether a way back is offered now."""
        return self._way_back and not self.isHidden()

    def say(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Show a sentence. Each action is a button; pressing one closes the bar first."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._replace_buttons(actions)
        self._of_page = self._aside = False
        self._way_back = takes_back(actions)
        if self._way_back:
            # What is said in the same breath as a page is left belongs to the page that comes.
            QTimer.singleShot(0, self, self._belong)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        if self._way_back:
            self.offered.emit()

    def take_back(self) -> None:
        """A way back that is offered leads elsewhere now."""
        if self.offers:
            self.close_bar()

    def leave_page(self) -> None:
        """Another page comes."""
        if self._of_page and not self.isHidden():
            self.close_bar()

    def set_aside(self) -> None:
        """Nothing said before is to be seen for a while; what is said meanwhile is."""
        self._aside = not self.isHidden()
        self.hide()

    def bring_back(self) -> None:
        """Show again what was set aside, unless something else was said since."""
        self.setVisible(self._aside or not self.isHidden())
        self._aside = False

    def close_bar(self) -> None:
        """Hide it."""
        self.hide()
        self.closed.emit()

    def _belong(self) -> None:
        self._of_page = True

    def _replace_buttons(self, actions: Sequence[Action]) -> None:
        if self._buttons is not None:
            self._row.removeWidget(self._buttons)
            self._buttons.hide()
            self._buttons.deleteLater()
        buttons = []
        for words, act in actions:
            button = QuietButton(words)
            button.clicked.connect(lambda _checked=False, act=act: self._act(act))
            buttons.append(button)
        close = TextButton(_("Close"))
        close.clicked.connect(self.close_bar)
        self._buttons = FlowRow(*buttons, close)
        self._row.addWidget(self._buttons)
        self._buttons.show()

    def _act(self, act: Callable[[], None]) -> None:
        self.close_bar()
        act()


class StillLine(QFrame):
    """One line that stands still until it is taken away, such as "Closing soon", with one button at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "calm")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        self._words, self.button = Body(), QuietButton("")
        self._act: Callable[[], None] | None = None
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_pressed)
        self.hide()

    @property
    def text(self) -> str:
        """The line shown, or empty."""
        return "" if self.isHidden() else self._words.text()

    def stand(self, text: str, action: Action | None = None) -> None:
        """Show a line; an empty one takes it away."""
        self._words.setText(text)
        words, self._act = action or ("", None)
        self.button.setText(words)
        self.button.setVisible(bool(words))
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def take_over(self, before: StillLine) -> None:
        """Show what another line showed, with its button."""
        act = before._act
        self.stand(before.text, (before.button.text(), act) if act is not None else None)

    def _on_pressed(self) -> None:
        if self._act is not None:
            self._act()

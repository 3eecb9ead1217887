"""The room that is shown to somebody: three pages, and the line that says what is hidden.

It stands over the whole open journal, so nothing else can be reached: no page, no search, no undo, no
shortcut of those pages. Hiding and locking work as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui import shortcuts
from journal.ui.showing.unlock_row import UnlockRow
from journal.ui.widgets.buttons import ChoiceButton, QuietButton, TextButton, show_chosen
from journal.ui.widgets.calm_bar import StillLine
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.scroll_page import MARGIN
from journal.ui.widgets.tab_order import put_in_order


class ShownPage(Protocol):
    """A page of the room."""

    def entered(self, **where: Any) -> None:
        """It is shown now."""

    def left(self) -> None:
        """The room is left."""


def page_words() -> dict[str, str]:
    """The pages in their order."""
    return {"report": _("Report"), "trends": _("Trends"), "treatment": _("Treatment")}


class ShowingRoom(QWidget):
    """Pages are made when first shown, fresh and without what is private."""

    passphrase_typed = Signal(str)
    lock_wanted = Signal()
    hide_wanted = Signal()

    def __init__(self, make: Mapping[str, Callable[[], ShownPage]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._make = make
        self.pages: dict[str, ShownPage] = {}
        self.current = ""
        self.line, self.closing, self.unlock = StillLine(), StillLine(), UnlockRow()
        self.told = StillLine()
        self.tabs = {key: ChoiceButton(words, large=True) for key, words in page_words().items()}
        self.hide_button, self.lock = QuietButton(_("Hide"), large=True), TextButton(_("Lock now"), large=True)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def go(self, key: str) -> None:
        """Show one of its pages."""
        self.current = key
        self.told.stand("")
        show_chosen(self.tabs, key)
        if key not in self.pages:
            self.pages[key] = self._make[key]()
            self._stack.addWidget(cast(QWidget, self.pages[key]))
        self._stack.setCurrentWidget(cast(QWidget, self.pages[key]))
        self.pages[key].entered()
        put_in_order(self)

    def leave(self) -> None:
        """It is over: its pages show nothing any more."""
        for page in self.pages.values():
            page.left()

    def say(self, text: str) -> None:
        """Say something here: the bar of the journal behind the room is not seen."""
        self.told.stand(text, (_("Close"), lambda: self.told.stand("")))

    def say_closing_soon(self) -> None:
        """Nobody has done anything for a while."""
        self.closing.stand(_("Closing soon. Any key keeps it open"))

    def take_line_away(self) -> None:
        """Somebody is there after all."""
        self.closing.stand("")

    def _build(self) -> None:
        self.hide_button.setAccessibleDescription(_("Closes Leeward at once. Nothing takes its place."))
        group = QButtonGroup(self)
        for button in self.tabs.values():
            group.addButton(button)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 14, MARGIN, 6)
        top.setSpacing(10)
        for widget in (self.line, self.unlock, self.closing, self.told):
            top.addWidget(widget)
        top.addWidget(FlowRow(*self.tabs.values(), self.hide_button, self.lock))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        # Not before it stands here: it would be a window of its own for a moment.
        words = _("Shown to someone. Some parts stay hidden until the passphrase is typed.")
        self.line.stand(words, (_("Show all again"), self.unlock.begin))

    def _connect(self) -> None:
        for key, button in self.tabs.items():
            button.clicked.connect(lambda _checked=False, key=key: self.go(key))
        self.unlock.typed.connect(self.passphrase_typed)
        self.lock.clicked.connect(self.lock_wanted)
        self.hide_button.clicked.connect(self.hide_wanted)
        shortcuts.install(self, {"Ctrl+L": self.lock_wanted.emit})

    def begin(self, first: str) -> None:
        """Come in at one of its pages."""
        self.go(first if first in self.tabs else "report")
        self.tabs[self.current].setFocus(Qt.FocusReason.OtherFocusReason)

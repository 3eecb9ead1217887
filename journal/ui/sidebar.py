"""The sidebar: the pages above; a calm moment, Settings, Hide and Lock now below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import SidebarButton
from journal.ui.widgets.labels import Brand
from journal.ui.widgets.spoken_press import speak_as_place

NARROWEST = 195


class Sidebar(QFrame):
    """Names its pages by their key; emits the key of the page wanted."""

    page_wanted = Signal(str)
    hide_wanted = Signal()
    lock_wanted = Signal()

    def __init__(
        self, pages: Sequence[tuple[str, str]], last: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(_("Pages"))
        self._buttons: dict[str, SidebarButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 22, 14, 18)
        column.setSpacing(4)
        brand = Brand("Leeward", wrap=False)
        brand.setContentsMargins(14, 0, 14, 14)
        column.addWidget(brand)
        for key, words in pages:
            column.addWidget(self._page_button(key, words))
        column.addStretch(1)
        for key, words in last:
            column.addWidget(self._page_button(key, words))
        hide = self._act_button(_("Hide"), self.hide_wanted)
        hide.setAccessibleDescription(_("Closes Leeward at once. Nothing takes its place."))
        column.addWidget(hide)
        column.addWidget(self._act_button(_("Lock now"), self.lock_wanted))

    def sizeHint(self) -> QSize:
        """As wide as its longest word at this text size."""
        hint = super().sizeHint()
        return QSize(max(NARROWEST, hint.width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower, however wide the page beside it wants to be: its words would be cut."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def show_page(self, key: str) -> None:
        """Mark the page that is shown: Tab stops at it, and the arrow keys lead from there to the others."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == key else Qt.FocusPolicy.NoFocus)
            button.setAccessibleDescription(_("shown now") if name == key else "")

    def _act_button(self, words: str, wished: SignalInstance) -> SidebarButton:
        button = SidebarButton(words)
        button.setCheckable(False)
        button.setAutoExclusive(False)  # or Qt makes every page a Tab stop once the keyboard is on it
        button.clicked.connect(wished)
        return button

    def _page_button(self, key: str, words: str) -> SidebarButton:
        button = SidebarButton(words)
        speak_as_place(button)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.page_wanted.emit(key))
        self._buttons[key] = button
        return button

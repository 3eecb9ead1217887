"""The reminder as a line over whatever the window shows, locked or open: it stands still until it is answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journal.texts.translation import _, ngettext
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body
from journal.ui.widgets.menu_button import MenuButton
from journal.ui.widgets.scroll_page import MARGIN

SNOOZE_MINUTES = (10, 60)
OVER_PX = 10


class ReminderLine(QWidget):
    """The person's words, and the ways to answer them."""

    check_in_wanted = Signal()
    put_away = Signal()
    snoozed = Signal(int)
    """For so many minutes."""
    not_today = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Body()
        self.check_in, self.later, self.close_it = (
            QuietButton(_("Check in now")),
            MenuButton(_("Later")),
            TextButton(_("Close")),
        )
        self.menu = QMenu(self.later)
        self.later.setMenu(self.menu)
        self._fill_menu()
        self._lay_out()
        self.check_in.clicked.connect(self.check_in_wanted)
        self.close_it.clicked.connect(self.put_away)
        self.hide()

    @property
    def text(self) -> str:
        """The words shown, or empty."""
        return "" if self.isHidden() else self.words.text()

    def stand(self, text: str, *, leads: bool) -> None:
        """Show the words; with `leads` also the way to Today."""
        new = text != self.text
        self.words.setText(text)
        self.check_in.setVisible(leads)
        self.setAccessibleName(text)
        self.show()
        self._keep_high_enough()
        if new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A main window asks nobody how high words stand at a width, so that is seen to here."""
        super().resizeEvent(event)
        self._keep_high_enough()

    def _keep_high_enough(self) -> None:
        box = self.layout()
        if box is not None and not self.isHidden():
            self.setMinimumHeight(max(box.heightForWidth(self.width()), box.minimumSize().height()))

    def _fill_menu(self) -> None:
        ten, hour = SNOOZE_MINUTES
        in_ten = ngettext("In {n} minute", "In {n} minutes", ten).format(n=ten)
        self.menu.addAction(in_ten).triggered.connect(lambda: self.snoozed.emit(ten))
        self.menu.addAction(_("In an hour")).triggered.connect(lambda: self.snoozed.emit(hour))
        self.menu.addAction(_("Not today")).triggered.connect(self.not_today)

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("role", "calm")
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(FlowRow(self.check_in, self.later, self.close_it))
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, OVER_PX, MARGIN, OVER_PX)
        box.addWidget(frame)

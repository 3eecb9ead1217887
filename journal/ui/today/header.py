"""The top of Today: the day, the window of the questions, and the ways to other days."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.today.offer_lines import OfferLines
from journal.ui.today.state import TodayState
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle
from journal.ui.widgets.scroll_page import MARGIN


class ColumnsHeader(QWidget):
    """What stands over the cards of a check-in."""

    def stand_alone(self, *, alone: bool) -> None:
        """Keep the page's margins, or none where it scrolls with the cards."""
        side = MARGIN if alone else 0
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 24 if alone else 12, side, 10 if alone else 0)


class Header(ColumnsHeader):
    """Signals are wishes: another day (−1 or 1), the short form or all questions."""

    day_wanted = Signal(int)
    short_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PageTitle(wrap=True)
        self.caption = Caption()
        self.three = QuietButton(_("Just three"), large=True)
        self.earlier = QuietButton("", large=True)
        self.later = QuietButton("", large=True)
        self.three.setObjectName("just_three")
        self._short = False
        self.three.clicked.connect(lambda: self.short_wanted.emit(not self._short))
        self.earlier.clicked.connect(lambda: self.day_wanted.emit(-1))
        self.later.clicked.connect(lambda: self.day_wanted.emit(1))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        ways = FlowRow(self.three, self.earlier, self.later)
        ways.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(ways)
        self.offers = OfferLines()
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addLayout(row)
        box.addWidget(self.offers)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return (self.three, self.earlier, self.later, *self.offers.buttons)

    def render_state(self, state: TodayState) -> bool:
        """Show a day; true when other buttons stand here than before."""
        self._short = state.short
        self.title.setText(state.title)
        self.caption.setText(" \u00b7 ".join(part for part in (state.caption, state.late) if part))
        self.three.setText(_("All questions") if state.short else _("Just three"))
        self.three.setAccessibleDescription("" if state.short else _("Opens the three questions you chose."))
        self.earlier.setVisible(bool(state.earlier))
        self.earlier.setText(f"\u2039  {state.earlier}")
        self.earlier.setAccessibleName(_("The day before, {day}").format(day=state.earlier))
        self.later.setText(f"{state.later}  \u203a")
        self.later.setAccessibleName(_("The day after, {day}").format(day=state.later))
        self.later.setVisible(bool(state.later))
        return self.offers.render_offers(state.offers)

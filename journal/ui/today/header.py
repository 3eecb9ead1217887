"""The top of Today: the day, the window of the questions, and the ways to other days."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.today.offer_lines import OfferLines
from journal.ui.today.state import TodayState
from journal.ui.widgets.beside_row import BesideRow
from journal.ui.widgets.buttons import LARGE_PX, QuietButton
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, PageTitle
from journal.ui.widgets.scroll_page import MARGIN

LONGEST_SHOWN = 16
"""So many letters of a profile's name are seen at least where there is room; the list shows all of it."""

WORDS_PX = 150
"""The least width of the day beside the ways to other days."""


class ColumnsHeader(QWidget):
    """What stands over the cards of a check-in."""

    def stand_alone(self, *, alone: bool) -> None:
        """Keep the page's margins, or none where it scrolls with the cards."""
        side = MARGIN if alone else 0
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 24 if alone else 12, side, 10 if alone else 0)


class ProfileBox(ComboBox):
    """Which questions are asked; not there without profiles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(LARGE_PX)
        words = _("Which questions are asked")
        self.setAccessibleName(words)
        self.setAccessibleDescription(words)  # its name is what was chosen, as no label stands beside it
        self._choices: tuple[tuple[str, str], ...] = ()
        self.hide()

    def show_profiles(self, choices: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Show what can be chosen, and what is; nobody is told."""
        if choices != self._choices:
            self._choices = choices
            self.clear()
            for value, words in choices:
                self.addItem(words, value)
            longest = max((len(words) for _value, words in choices), default=0)
            self.setMinimumContentsLength(min(LONGEST_SHOWN, longest))
        self.setCurrentIndex(self.findData(chosen))
        self.setVisible(bool(choices))


class Header(ColumnsHeader):
    """Signals are wishes: another day (−1 or 1), the short form or all questions, a profile by its id."""

    day_wanted = Signal(int)
    short_wanted = Signal(bool)
    profile_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PageTitle(wrap=True)
        self.caption = Caption()
        self.three = QuietButton(_("Just three"), large=True)
        self.earlier = QuietButton("", large=True)
        self.later = QuietButton("", large=True)
        self.three.setObjectName("just_three")
        self.profiles = ProfileBox()
        self.profiles.activated.connect(lambda _place: self.profile_wanted.emit(self.profiles.currentData()))
        self._short = False
        self.three.clicked.connect(lambda: self.short_wanted.emit(not self._short))
        self.earlier.clicked.connect(lambda: self.day_wanted.emit(-1))
        self.later.clicked.connect(lambda: self.day_wanted.emit(1))
        holder = QWidget()
        words = QVBoxLayout(holder)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        ways = FlowRow(self.profiles, self.three, self.earlier, self.later)
        ways.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.offers = OfferLines()
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addWidget(BesideRow(holder, ways, WORDS_PX, spacing=16))
        box.addWidget(self.offers)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return (self.profiles, self.three, self.earlier, self.later, *self.offers.buttons)

    def render_state(self, state: TodayState) -> bool:
        """Show a day; true when other buttons stand here than before."""
        self._short = state.short
        self.profiles.show_profiles(state.profiles, state.profile)
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

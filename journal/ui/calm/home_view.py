"""The first screen: what time it is, where this is, and four choices of the same size."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.calm.big_button import BigButton, FourChoices
from journal.ui.calm.place import CHOICES, Part
from journal.ui.calm.state import CalmState
from journal.ui.calm.words import part_words
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Words


class TimeWords(Words):
    """The time of day, the largest words of the room."""

    role = "question"


class DateWords(Words):
    """The date."""

    role = "about"


class PlaceWords(Words):
    """The person's own words about where this is."""

    role = "said"


class HomeView(QWidget):
    """`chosen` carries the part that was wanted."""

    chosen = Signal(object)
    keep_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time, self.date, self.place = TimeWords(), DateWords(), PlaceWords()
        self.hint = Caption()
        self.quiet = Caption(_("Nothing starts or is kept by itself. Your eyes can stay open."))
        self.buttons = {part: BigButton(part_words(part)) for part in CHOICES}
        self.noted = Body()
        self.offer = TextButton("", large=True)
        self.keep = QuietButton(_("Keep it in my journal"), large=True)
        self.forget = TextButton(_("Do not keep it"), large=True)
        self._lay_out()
        for part, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, part=part: self.chosen.emit(part))
        self.offer.clicked.connect(lambda: self.chosen.emit(Part.DISTRESS))
        self.keep.clicked.connect(self.keep_wanted)
        self.forget.clicked.connect(self.forget_wanted)

    def render_state(self, state: CalmState) -> None:
        """Show the time, the place and what was noted."""
        self.time.setText(state.time)
        self.date.setText(state.date)
        self._show(self.place, state.place_words)
        self._show(self.hint, state.place_hint)
        self._show(self.noted, state.distress_words)
        self._show(self.offer, state.distress_offer)
        self.keep.setVisible(state.may_keep)
        self.forget.setVisible(state.may_keep)

    def _show(self, widget: Words | Body | Caption | TextButton, words: str) -> None:
        widget.setText(words)
        widget.setVisible(bool(words))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addStretch(2)
        for label in (self.time, self.date, self.place, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(18)
        column.addWidget(FourChoices(list(self.buttons.values())))
        column.addSpacing(10)
        self.quiet.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.quiet)
        self.noted.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.noted)
        column.addWidget(FlowRow(self.offer, self.keep, self.forget), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

"""The first screen: what time it is, where this is, and four choices of the same size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

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
    """`chosen` carries the part that was wanted.

    In very large text there is not always room for all of it. Rather than that the choices are scrolled to, what can
    be done without gives way: the last of `_by_need` first, at the very last that all four choices have one height.
    """

    chosen = Signal(object)
    keep_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time, self.date, self.place = TimeWords(), DateWords(), PlaceWords()
        self.hint = Caption()
        self.quiet = Caption(_("Nothing starts or is kept by itself. Your eyes can stay open."))
        self.buttons = {part: BigButton(part_words(part)) for part in CHOICES}
        self._by_need = (self.quiet, self.hint)
        self._area: QScrollArea | None = None
        self._margin_px = 0
        self._choices = FourChoices(list(self.buttons.values()))
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
        self.hint.setText(state.place_hint)
        self._show(self.noted, state.distress_words)
        self._show(self.offer, state.distress_offer)
        self.keep.setVisible(state.may_keep)
        self.forget.setVisible(state.may_keep)
        self._make_room()

    def stand_in(self, area: QScrollArea, margin_px: int) -> None:
        """Keep to the height of this area, less what it keeps free over and under."""
        self._area, self._margin_px = area, margin_px
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The area has another size."""
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Something here needs another size, as in larger text."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return handled

    def _make_room(self) -> None:
        column = self.layout()
        if column is None or self._area is None:
            return
        alike, shown = self._most(column, self._area.height() - 2 * self._margin_px)
        self._choices.keep_alike(alike=alike)
        for words in self._by_need:
            words.setVisible(words in shown)

    def _most(self, column: QLayout, room_px: int) -> tuple[bool, list[Caption]]:
        """Whether the choices can be of one height, and which captions have room beside them."""
        wanted = [words for words in self._by_need if words.text()]
        for alike in (True, False):
            for count in range(len(wanted), -1, -1):
                if self._height(column, wanted[:count], alike=alike) <= room_px:
                    return alike, wanted[:count]
        return False, []

    def _height(self, column: QLayout, shown: Sequence[Caption], *, alike: bool) -> int:
        """How high everything stands with these captions and such choices."""
        width = self.width()

        def of(captions: Sequence[Caption]) -> int:
            return sum(words.heightForWidth(width) + column.spacing() for words in captions)

        now = [words for words in self._by_need if not words.isHidden()]
        more_px = (alike - self._choices.alike) * self._choices.more_px
        return column.heightForWidth(width) + more_px + of(shown) - of(now)

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
        column.addSpacing(12)
        column.addWidget(self._choices)
        column.addSpacing(8)
        self.quiet.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.quiet)
        self.noted.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.noted)
        column.addWidget(FlowRow(self.offer, self.keep, self.forget), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

"""The room itself: Stop and Back above, one view in the middle, the four choices below it. It holds no rules."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.calm.breathing_view import BreathingView
from journal.ui.calm.distress_view import DistressView
from journal.ui.calm.home_view import HomeView
from journal.ui.calm.place import CHOICES, CalmPlace, Part
from journal.ui.calm.plan_view import PlanView
from journal.ui.calm.presenter import CalmParts, CalmPresenter
from journal.ui.calm.senses_view import SensesView
from journal.ui.calm.state import CalmState
from journal.ui.calm.talk_view import TalkView
from journal.ui.calm.words import part_words
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.buttons import ChoiceButton, QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.scroll_page import ScrollPage

WIDEST = 760
SIDE_PX, TOP_PX = 28, 18
CLOSE_PX = 8
"""Over and under a view: what it shows stands in the middle anyway, and needs the room in large text."""

MINUTE_MS = 60_000

_SCROLLS = {
    Qt.Key.Key_Down: ("singleStep", 3),
    Qt.Key.Key_Up: ("singleStep", -3),
    Qt.Key.Key_PageDown: ("pageStep", 1),
    Qt.Key.Key_PageUp: ("pageStep", -1),
}


class CalmRoom(QWidget):
    """Shows the state; `begin` brings somebody in. `halted` says where somebody is when the breathing stops."""

    halted = Signal(object)

    def __init__(self, theme: ThemeSource, parts: CalmParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(part_words(Part.HOME))
        self.state = CalmState()
        self._clock, self._theme = parts.clock, theme
        self.stop = QuietButton(_("Stop"), large=True)
        self.back, self.hide_all = BackButton(), TextButton(_("Hide"), large=True)
        self.hide_all.setAccessibleDescription(_("Closes Leeward at once. Nothing takes its place."))
        self.hide_all.clicked.connect(lambda _checked: parts.hide())
        self.home, self.senses, self.plan, self.talk = HomeView(), SensesView(), PlanView(), TalkView()
        self.breathing, self.distress = BreathingView(theme), DistressView()
        self.pills = {part: ChoiceButton(part_words(part), large=True) for part in CHOICES}
        self._views: dict[Part, ScrollPage] = {}
        self._minute = QTimer(self, singleShot=True)
        self._lay_out()
        self.presenter = CalmPresenter(self, parts)
        self._connect()

    @property
    def place(self) -> CalmPlace:
        """Where in the room somebody is."""
        return self.presenter.place

    def begin(self, place: CalmPlace, back_words: str) -> None:
        """Somebody came in, at a place; Back is called so."""
        self.presenter.on_entered(place, back_words)
        self._watch_the_clock()
        self._describe(place.part)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_state(self, state: CalmState) -> None:
        """Show a state."""
        moved = state.place.part is not self.state.place.part
        halted = self.state.place.running and not state.place.running
        self.state = state
        self.back.lead_to(state.back_words, state.back_words)
        self._keep_room_for_pills(state.place.part in CHOICES)
        self._pills.setVisible(state.place.part in CHOICES and not state.place.running)
        for part, pill in self.pills.items():
            pill.setChecked(part is state.place.part)
        self.breathing.render_state(state)  # also where it is not shown: it stops then
        self._render_shown(state)
        self._stack.setCurrentWidget(self._views[state.place.part])
        if moved:
            self._arrive(state.place.part)
        elif state.place.running or halted:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        if halted:
            self.halted.emit(state.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops. The arrows and Page keys scroll what is longer than the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.presenter.on_stop()
            return
        if event.key() in _SCROLLS:
            bar = self._views[self.place.part].verticalScrollBar()
            name, times = _SCROLLS[Qt.Key(event.key())]
            bar.setValue(bar.value() + getattr(bar, name)() * times)
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The time is told anew."""
        super().showEvent(event)
        self._watch_the_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the time."""
        super().hideEvent(event)
        self._minute.stop()

    def _render_shown(self, state: CalmState) -> None:
        views: dict[Part, HomeView | SensesView | PlanView | TalkView] = {
            Part.HOME: self.home,
            Part.SENSES: self.senses,
            Part.PLAN: self.plan,
            Part.TALK: self.talk,
        }
        if (shown := views.get(state.place.part)) is not None:
            shown.render_state(state)
        if state.place.part is not Part.TALK:
            self.talk.put_away()

    def _arrive(self, part: Part) -> None:
        """Another view: it begins at its top, and Stop is at hand."""
        self._views[part].verticalScrollBar().setValue(0)
        self._describe(part)
        if self.isVisible():
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _describe(self, part: Part) -> None:
        """Who hears the room is told where and when this is, or what is shown, with the button that is focused."""
        here = (self.state.time, self.state.date, self.state.place_words)
        words = ". ".join(each for each in here if each) if part is Part.HOME else part_words(part)
        self.stop.setAccessibleDescription(words)

    def _keep_room_for_pills(self, kept: bool) -> None:
        """While breathing goes on they are hidden, and the shape stays where it is."""
        policy = self._pills.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self._pills.setSizePolicy(policy)

    def _watch_the_clock(self) -> None:
        self._minute.start(MINUTE_MS - self._clock.now_ms() % MINUTE_MS)

    def _on_minute(self) -> None:
        self.presenter.on_minute()
        self._watch_the_clock()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SIDE_PX, TOP_PX, SIDE_PX, 0)
        head.addWidget(self.stop)
        head.addStretch(1)
        head.addWidget(self.hide_all)
        head.addSpacing(SIDE_PX)  # nobody is to hide everything who wanted to go back
        head.addWidget(self.back)
        self.stop.setMinimumWidth(120)
        self._stack = QStackedWidget()
        views = {
            Part.HOME: self.home,
            Part.SENSES: self.senses,
            Part.BREATHING: self.breathing,
            Part.PLAN: self.plan,
            Part.TALK: self.talk,
            Part.DISTRESS: self.distress,
        }
        for part, view in views.items():
            self._views[part] = page = _centred(view)
            self._stack.addWidget(page)
        self.home.stand_in(self._views[Part.HOME], CLOSE_PX)
        self._pills = QWidget()
        foot = QHBoxLayout(self._pills)
        foot.setContentsMargins(SIDE_PX, 10, SIDE_PX, TOP_PX)
        foot.addStretch(1)
        foot.addWidget(FlowRow(*self.pills.values(), spacing=12))
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._pills)

    def _connect(self) -> None:
        presenter = self.presenter
        self.stop.clicked.connect(presenter.on_stop)
        self.back.clicked.connect(presenter.on_back)
        for part, pill in self.pills.items():
            pill.clicked.connect(partial(presenter.on_part, part))
        self.home.chosen.connect(presenter.on_part)
        self.home.keep_wanted.connect(presenter.on_keep)
        self.home.forget_wanted.connect(presenter.on_forget)
        self.senses.step_wanted.connect(presenter.on_step)
        self.breathing.start_wanted.connect(presenter.on_start)
        self.breathing.pace_wanted.connect(presenter.on_pace)
        self.breathing.motion_wanted.connect(presenter.on_motion)
        self.breathing.motion_wanted.connect(lambda on: self._theme.choose_motion(less=not on))
        self.plan.edit_wanted.connect(presenter.on_edit)
        self.talk.edit_wanted.connect(presenter.on_edit)
        self.talk.country_chosen.connect(presenter.on_country)
        self.distress.rated.connect(presenter.on_rated)
        self._minute.timeout.connect(self._on_minute)


def _centred(view: QWidget) -> ScrollPage:
    page = ScrollPage(WIDEST)
    holder = page.widget()
    row = holder.layout() if holder is not None else None
    if isinstance(row, QHBoxLayout):
        row.insertStretch(0, 1)
        row.setContentsMargins(SIDE_PX, CLOSE_PX, SIDE_PX, CLOSE_PX)
    page.column.addWidget(view)
    return page

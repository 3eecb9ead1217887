"""Paced breathing: a shape and words that follow the pace once it was started, and only then."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.model.breathing import Pace, Part, breath_at
from journal.texts.translation import _, ngettext
from journal.ui.announcement import announce
from journal.ui.calm.breath_shape import BreathShape
from journal.ui.calm.place import Part as Place
from journal.ui.calm.state import CalmState
from journal.ui.calm.words import breath_words
from journal.ui.settings.rows import CheckRow
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption

MOVING_MS, STILL_MS = 33, 200
"""How often the shape is painted while it moves, and how often the number is looked at where nothing moves."""

WIDE = "\u00a0{}\u00a0"
"""A sign with room round it, so that its button is as wide as a hand needs at any text size."""


class PaceRow(QWidget):
    """One part of the breath, shorter or longer by a second."""

    wanted = Signal(object, int)

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.less, self.more = QuietButton(WIDE.format("−"), large=True), QuietButton(WIDE.format("+"), large=True)
        self.words = Body(wrap=False)
        name = breath_words(part)
        self.less.setAccessibleName(_("{what}: shorter").format(what=name))
        self.more.setAccessibleName(_("{what}: longer").format(what=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.less, self.words, self.more):
            row.addWidget(widget)
        self.less.clicked.connect(lambda: self.wanted.emit(part, -1))
        self.more.clicked.connect(lambda: self.wanted.emit(part, 1))

    def show_seconds(self, seconds: int) -> None:
        """Show how long this part is."""
        words = ngettext("{what}: {n} second", "{what}: {n} seconds", seconds)
        self.words.setText(words.format(what=breath_words(self.part), n=seconds))
        for button in (self.less, self.more):
            button.setAccessibleDescription(self.words.text())


class BreathingView(QWidget):
    """`start_wanted` is the only way to begin; `elapsed` tells seconds."""

    start_wanted = Signal()
    pace_wanted = Signal(object, int)
    motion_wanted = Signal(bool)

    def __init__(self, theme: ThemeSource, elapsed: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._elapsed = elapsed
        self.began_s = 0.0
        """When the first breath began, by `elapsed`."""
        self._pace, self._spoken, self._unfolded = Pace(), "", False
        self._may_move = True
        self.shape = BreathShape(theme)
        self.hint = Caption(_("Your eyes can stay open. You can stop at any time."))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.start = PrimaryButton(_("Start"), large=True)
        self.change = TextButton(_("Change the pace"), large=True)
        self.rows = {part: PaceRow(part) for part in Part}
        self.moving = CheckRow(_("Show a shape that moves"))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.start.clicked.connect(self.start_wanted)
        self.change.clicked.connect(self._on_change)
        self.moving.changed.connect(self.motion_wanted)
        for row in self.rows.values():
            row.wanted.connect(self.pace_wanted)

    @property
    def running(self) -> bool:
        """Whether the breathing goes on."""
        return self._timer.isActive()

    def render_state(self, state: CalmState) -> None:
        """Show the pace, and go on or stop."""
        self._pace = state.pace
        self.shape.still, self._may_move = not state.moves, state.may_move
        self.rows[Part.IN].show_seconds(state.pace.in_s)
        self.rows[Part.OUT].show_seconds(state.pace.out_s)
        self.moving.set_value(state.moves)
        goes_on = state.place.running and state.place.part is Place.BREATHING
        for widget in (self.start, self.hint):
            widget.setVisible(not goes_on)
        self.change.setVisible(not goes_on and not self._unfolded)
        self._paces.setVisible(not goes_on and self._unfolded)
        self.moving.setVisible(not goes_on and self._unfolded and state.may_move)
        if goes_on and not self.running:
            self.began_s, self._spoken = self._elapsed(), ""
            self._timer.start(MOVING_MS if state.moves else STILL_MS)
            self.look()
        elif not goes_on:
            self._timer.stop()
            self.shape.show_breath(None)
        self.shape.update()

    def look(self) -> None:
        """Show the breath as it is now; each part is said once to a screen reader."""
        breath = breath_at(self._pace, self._elapsed() - self.began_s)
        self.shape.show_breath(breath)
        if breath.part != self._spoken:
            self._spoken = breath.part
            announce(self.shape, breath_words(breath.part))

    def _on_change(self) -> None:
        """Show how long each part is, to be changed."""
        self._unfolded = True
        _keep_room(self.change, kept=False)
        self.change.hide()
        self._paces.show()
        self.moving.setVisible(self._may_move)
        self.rows[Part.IN].less.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._paces = FlowRow(*self.rows.values(), spacing=28)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.shape, 1)
        column.addWidget(self.hint)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._paces, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.moving, 0, Qt.AlignmentFlag.AlignHCenter)
        self.start.setMinimumWidth(180)
        for widget in (self.hint, self.start, self.change):
            _keep_room(widget, kept=True)  # the shape stays where it is when it begins and when it stops


def _keep_room(widget: QWidget, *, kept: bool) -> None:
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    widget.setSizePolicy(policy)

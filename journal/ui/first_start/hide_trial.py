"""Trying out Hide: everything vanishes as in earnest, and comes back by itself after a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _, ngettext
from journal.ui.announcement import announce
from journal.ui.first_start.steps import QuestionStep
from journal.ui.vanishing import vanish
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, LargeWords

AWAY_S = 5


class HideTrial(QObject):
    """Takes the windows away for a few seconds. Nothing is open yet that would have to be closed."""

    ended = Signal()

    def __init__(self, window: QWidget, away_ms: int = AWAY_S * 1000) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=away_ms)
        self._timer.timeout.connect(self._on_over)

    def begin(self) -> None:
        """Vanish now."""
        vanish()
        self._timer.start()

    def _on_over(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self.ended.emit()


class HideStep(QuestionStep):
    """What Hide does, and a way to see it once."""

    try_wanted = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__(_("Try Hide once"))
        does = _("Hide lets everything of Leeward vanish at once. Nothing takes its place.")
        ways = _("Press Shift three times, by itself, or press the button. A Hide button stands on every page later.")
        self.column.addWidget(LargeWords(does))
        self.column.addWidget(Body(ways))
        words = ngettext(
            "This time it comes back by itself after {n} second. Later you come back by starting Leeward again.",
            "This time it comes back by itself after {n} seconds. Later you come back by starting Leeward again.",
            AWAY_S,
        )
        self.said = Body(words.format(n=AWAY_S))
        self.column.addWidget(self.said)
        self._try, self._go_on = QuietButton(_("Hide"), large=True), PrimaryButton(_("Go on"), large=True)
        self._try.clicked.connect(self.try_wanted)
        self._go_on.clicked.connect(self.done)
        self.column.addWidget(FlowRow(self._try, self._go_on))
        self.setFocusProxy(self._try)

    def show_tried(self) -> None:
        """It was tried."""
        self.said.setText(_("That was Hide. Other keys for it can be chosen in Settings."))
        self._go_on.setFocus()
        announce(self.said, self.said.text())

"""The line that stands under a question of safety, always there and never moving by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body
from journal.ui.widgets.step_geometry import SIDE_PX


@dataclass(frozen=True, slots=True)
class Support:
    """What the line needs to know; asked only when a question of safety is shown.

    `emergency` gives the number as shown, `lines` the sentences on whom to call or text. `has_plan`
    is false while there is no page with a plan: a door that leads nowhere would be worse than none.
    """

    emergency: Callable[[], str]
    lines: Callable[[], tuple[str, ...]]
    has_plan: bool = False
    talk: Callable[[], None] | None = None
    """Leads to whom to call or text; without it the sentences are shown in place."""


class SafetyLine(QWidget):
    """Only you see this. My plan · Someone to talk to · In danger now: 112. No dialog; the focus stays."""

    plan_wanted = Signal()

    def __init__(self, support: Support, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._support = support
        self.plan, self.talk = TextButton(_("My plan"), large=True), TextButton(_("Someone to talk to"), large=True)
        self.plan.clicked.connect(self.plan_wanted)
        self.talk.clicked.connect(self._on_talk)
        self.buttons = (self.plan, self.talk) if support.has_plan else (self.talk,)
        self._lines = Body()
        self._lines.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(SIDE_PX, 4, SIDE_PX, 0)
        box.setSpacing(4)
        self._only_you = Body(_("Only you see this."))
        self._danger = Body(_("In danger now: {number}").format(number=support.emergency()))
        box.addWidget(self._only_you)
        box.addWidget(FlowRow(self.plan, self.talk))
        self.plan.setVisible(support.has_plan)  # not before it stands here: it would be a window of its own
        box.addWidget(self._lines)
        box.addWidget(self._danger)

    @property
    def spoken(self) -> str:
        """The line in words, for whoever hears that it is there."""
        return " ".join(label.text() for label in (self._only_you, self._danger))

    def _on_talk(self) -> None:
        """Go to whom to call or text; where there is no such place, show it here or put it away again."""
        if self._support.talk is not None:
            self._support.talk()
            return
        self._lines.setText("\n".join(self._support.lines()))
        self._lines.setVisible(self._lines.isHidden())
        self.talk.setAccessibleDescription(self._lines.text() if not self._lines.isHidden() else "")

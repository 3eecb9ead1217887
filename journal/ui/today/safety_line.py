"""The line that stands under the questions of safety, always there and never moving."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body
from journal.ui.widgets.step_geometry import SIDE_PX


class SafetyLine(QWidget):
    """Only you see this. My plan · Someone to talk to · In danger now: 112. No dialog; the focus stays."""

    plan_wanted = Signal()
    talk_wanted = Signal()

    def __init__(self, emergency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plan, talk = TextButton(_("My plan"), large=True), TextButton(_("Someone to talk to"), large=True)
        plan.clicked.connect(self.plan_wanted)
        talk.clicked.connect(self.talk_wanted)
        self.buttons = (plan, talk)
        box = QVBoxLayout(self)
        box.setContentsMargins(SIDE_PX, 4, SIDE_PX, 0)
        box.setSpacing(4)
        box.addWidget(Body(_("Only you see this.")))
        box.addWidget(FlowRow(plan, talk))
        box.addWidget(Body(_("In danger now: {number}").format(number=emergency)))

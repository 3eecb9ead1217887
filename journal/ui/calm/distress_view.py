"""How strong it is, 0 to 10, where somebody wants to note that. Every answer can be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.app.calm_moments import MOST
from journal.texts.translation import _
from journal.ui.calm.home_view import PlaceWords, TimeWords
from journal.ui.widgets.buttons import LARGE_PX, QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption


class DistressView(QWidget):
    """Eleven buttons of the same look; `rated` carries the number."""

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [QuietButton(str(value), large=True) for value in range(MOST + 1)]
        for value, button in enumerate(self.buttons):
            button.setMinimumWidth(LARGE_PX + 12)
            button.clicked.connect(lambda _checked=False, value=value: self.rated.emit(value))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addStretch(2)
        labels = (TimeWords(_("How strong is it?")), PlaceWords(_("0 is not at all. 10 is as strong as it can be.")))
        for label in labels:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(FlowRow(*self.buttons), 0, Qt.AlignmentFlag.AlignHCenter)
        foot = Caption(_("Stop goes back without an answer."))
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(foot)
        column.addStretch(3)
